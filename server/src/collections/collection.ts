import type { Collection, ConfigProblem } from '../contract';
import type { EngineAddress } from '../engine/engine-address';
import type { CollectionOptions } from '../config/options';

/** A content type as the plugin syncs it: what is read, what becomes of it, and where it goes. */
export interface CollectionDefinition {
  readonly uid: string;
  readonly modelName: string;
  readonly displayName: string;
  /** Where in the Content Manager its entries are edited; `null` where that does not show them. */
  readonly contentManager: Collection['contentManager'];
  /** Whether the configuration asks to sync it from boot on. */
  readonly enabledByConfig: boolean;
  /** Index names in the engine, prefix included. */
  readonly indexes: readonly string[];
  /** What is configured of an engine of its own; the common one's for the rest. */
  readonly engine: Partial<EngineAddress>;
  readonly scope: Scope;
  /** What is read of an entry, in the words of Strapi's document service. */
  readonly selection: { fields?: string[]; populate: unknown };
  readonly pages: Pages;
  readonly filterEntry: CollectionOptions['filterEntry'];
  readonly transformEntry: CollectionOptions['transformEntry'];
  /** Private fields that may be pushed all the same; `'*'` stands for all of them at the top level. */
  readonly unsanitizedFields: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  /** Not empty: it is not synced. */
  readonly problems: readonly ConfigProblem[];
}

/** In what portions entries are taken. */
export interface Pages {
  /** Entries read at once. */
  readonly read: number;
  /** Entries pushed or compared at once; an update takes up to `most` where the engine keeps up. */
  readonly least: number;
  readonly most: number;
}

/** Which entries a collection has. */
export interface Scope {
  readonly status: 'draft' | 'published';
  /** `null`: the default locale; `'*'`: all of them. Without meaning for a type that is not localized. */
  readonly locale: string | readonly string[] | null;
  readonly filters: Readonly<Record<string, unknown>> | null;
}

/** Whether a user's function decides on each entry; without one, nothing in scope is ever excluded. */
export function canExclude(collection: CollectionDefinition): boolean {
  return collection.filterEntry !== undefined || collection.transformEntry !== undefined;
}
