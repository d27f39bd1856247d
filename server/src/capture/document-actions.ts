import { AsyncLocalStorage } from 'node:async_hooks';

import type { Identity } from '../collections/subject';
import type { Replacement } from './replacements';

/** A write through Strapi's document service, while it lasts. */
export interface DocumentAction {
  readonly name: string;
  readonly uid: string;
  /** `null` where the document is yet to be created. */
  readonly documentId: string | null;
}

interface Running extends DocumentAction {
  readonly outer: Running | undefined;
  /** What lifecycles have seen of it. */
  readonly seen: Set<string>;
  /** Whether it has saved the draft that it is about: it does so once. */
  hasSavedDraft: boolean;
  /** By locale: what is to be asked once there is another row in the place of a deleted one. */
  readonly replacements: Map<string | null, Replacement>;
}

/** Actions that delete a row only to put another one in its place. */
const REPLACING = new Set(['update', 'publish', 'discardDraft']);

/** Knows which actions of the document service a database write is part of. */
export interface DocumentActions {
  /**
   * Runs an action and tells which documents lifecycles have seen written meanwhile.
   * Errors of the action pass through untouched.
   */
  run<T>(
    action: DocumentAction,
    write: () => Promise<T>,
  ): Promise<{ result: T; hasSeen: (uid: string, documentId: string) => boolean }>;

  /** Notes that a lifecycle has seen this document written. */
  see(uid: string, documentId: string): void;

  /** Whether an action on this document itself is running. */
  isRunningOn(uid: string, documentId: string): boolean;

  /**
   * Whether a draft that is written now is the one that an update of this document is about. An update writes one; what
   * else is written as a draft within it is somebody else's, and may have been published before.
   */
  takeDraft(uid: string, documentId: string): boolean;

  /** Whether a row of this document that is deleted now is replaced within the same action. */
  isReplacing(uid: string, documentId: string): boolean;

  /** Keeps what is to be asked once this entry has another row in the place of a deleted one. */
  awaitReplacement(uid: string, entry: Identity, replacement: Replacement): void;

  /** Hands out what was kept for this entry, if anything was, and once. */
  takeReplacement(uid: string, entry: Identity): Replacement | undefined;
}

export function createDocumentActions(): DocumentActions {
  const running = new AsyncLocalStorage<Running>();

  const actions = (): Running[] => {
    const all = [];
    for (let action = running.getStore(); action; action = action.outer) all.push(action);
    return all;
  };
  const on = (uid: string, documentId: string) =>
    actions().filter((action) => action.uid === uid && action.documentId === documentId);
  const replacing = (uid: string, documentId: string) => on(uid, documentId).filter(({ name }) => REPLACING.has(name));

  return {
    async run(action, write) {
      const seen = new Set<string>();
      const begun = { ...action, outer: running.getStore(), seen, hasSavedDraft: false, replacements: new Map() };
      const result = await running.run(begun, write);
      return { result, hasSeen: (uid, documentId) => seen.has(keyOf(uid, documentId)) };
    },

    see(uid, documentId) {
      for (const { seen } of actions()) seen.add(keyOf(uid, documentId));
    },

    isRunningOn: (uid, documentId) => on(uid, documentId).length > 0,

    takeDraft(uid, documentId) {
      const update = on(uid, documentId).find(({ name, hasSavedDraft }) => name === 'update' && !hasSavedDraft);
      if (update) update.hasSavedDraft = true;
      return update !== undefined;
    },

    isReplacing: (uid, documentId) => replacing(uid, documentId).length > 0,

    awaitReplacement(uid, { documentId, locale }, replacement) {
      replacing(uid, documentId)[0]?.replacements.set(locale, replacement);
    },

    takeReplacement(uid, { documentId, locale }) {
      const holder = replacing(uid, documentId).find(({ replacements }) => replacements.has(locale));
      const replacement = holder?.replacements.get(locale);
      holder?.replacements.delete(locale);
      return replacement;
    },
  };
}

const keyOf = (uid: string, documentId: string) => `${uid} ${documentId}`;
