import { AsyncLocalStorage } from 'node:async_hooks';

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
}

/** Actions that delete a row only to put another one in its place. */
const REPLACING = new Set(['create', 'update', 'publish', 'discardDraft']);

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

  /** Whether a row of this document that is deleted now is replaced within the same action. */
  isReplacing(uid: string, documentId: string): boolean;
}

export function createDocumentActions(): DocumentActions {
  const running = new AsyncLocalStorage<Running>();

  const actions = (): Running[] => {
    const all = [];
    for (let action = running.getStore(); action; action = action.outer) all.push(action);
    return all;
  };
  const on = (uid: string, documentId: string) =>
    actions().filter((action) => action.uid === uid && (action.documentId ?? documentId) === documentId);

  return {
    async run(action, write) {
      const seen = new Set<string>();
      const result = await running.run({ ...action, outer: running.getStore(), seen }, write);
      return { result, hasSeen: (uid, documentId) => seen.has(keyOf(uid, documentId)) };
    },

    see(uid, documentId) {
      for (const { seen } of actions()) seen.add(keyOf(uid, documentId));
    },

    isRunningOn: (uid, documentId) => on(uid, documentId).length > 0,
    isReplacing: (uid, documentId) => on(uid, documentId).some(({ name }) => REPLACING.has(name)),
  };
}

const keyOf = (uid: string, documentId: string) => `${uid} ${documentId}`;
