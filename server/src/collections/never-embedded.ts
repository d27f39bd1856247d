import { CREATORS } from './confidential-fields';

/** Relations that never become part of a search document: who wrote an entry, and the entry itself in other locales. */
export const NEVER_EMBEDDED: ReadonlySet<string> = new Set([...CREATORS, 'localizations']);
