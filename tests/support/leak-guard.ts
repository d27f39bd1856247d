import type { Core, UID } from '@strapi/types';

import type { StoredDocument } from './engine-client';
import { type GuardedSchema, leakedFields } from './leaked-fields';
import { recordPushedLines } from './pushed-lines';
import { secretsIn, secretsOf } from './secrets';

type Configured = Record<string, { noSanitizePrivateFields?: string[] } | undefined>;

/** Sees to it that nothing private was in any document that an application pushed, to whatever engine. */
export interface LeakGuard {
  /** Notes what is secret now; to be called while there is a database. */
  noteSecrets(): Promise<void>;
  /**
   * Judges all that was pushed since the guard began.
   * @throws with the paths of everything private
   */
  stop(): void;
}

/** Begins to watch what an application pushes. */
export function guardAgainstLeaks(strapi: Core.Strapi): LeakGuard {
  const pushed = recordPushedLines();
  let secrets: string[] = [];

  const readmittedIn = (uid: string): readonly string[] =>
    strapi.config.get<Configured>('plugin::meilisearch.collections', {})[uid]?.noSanitizePrivateFields ?? [];
  const schemaOf = (uid: string) => strapi.getModel(uid as UID.Schema) as GuardedSchema | undefined;

  return {
    async noteSecrets() {
      secrets = await secretsOf(strapi, readmittedIn);
    },

    stop() {
      pushed.stop();
      const documents = pushed.lines.map((line) => JSON.parse(line) as StoredDocument);
      const leaks = new Set<string>();
      for (const { _meilisearch_id, _strapi, ...content } of documents) {
        const { uid } = _strapi!;
        for (const path of leakedFields(content, uid, schemaOf, readmittedIn(uid))) leaks.add(`${uid}: ${path}`);
      }
      for (const secret of secretsIn(documents.flatMap(textsIn), secrets)) {
        const holders = documents.filter((document) => textsIn(document).some((text) => text.includes(secret)));
        for (const { _strapi } of holders) leaks.add(`${_strapi!.uid}: somewhere "${secret}"`);
      }
      if (leaks.size > 0) throw new Error(`Pushed to the engine although private:\n${[...leaks].join('\n')}`);
    },
  };
}

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
