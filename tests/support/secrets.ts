import type { Core } from '@strapi/types';

import { type GuardedSchema, isConfidential, isReadmitted } from './leaked-fields';

/** What is shorter may well be written elsewhere by chance. */
const SHORTEST = 8;

const TEXTUAL = new Set(['string', 'text', 'richtext', 'email', 'uid', 'password']);

/**
 * All that stands in private and password columns of an application at this moment: hashed passwords, tokens, addresses
 * of administrators, private fields of entries and components.
 *
 * @param readmittedIn - the `noSanitizePrivateFields` of a content type; what these hold is no secret
 */
export async function secretsOf(
  { contentTypes, components, db }: Core.Strapi,
  readmittedIn: (uid: string) => readonly string[],
): Promise<string[]> {
  const schemas: Record<string, GuardedSchema> = { ...contentTypes, ...components };
  const secrets = new Set<string>();
  for (const [uid, schema] of Object.entries(schemas)) {
    const names = Object.keys(schema.attributes).filter(
      (name) =>
        TEXTUAL.has(schema.attributes[name]!.type) &&
        isConfidential(name, schema) &&
        !isReadmitted(name, schema, readmittedIn(uid)),
    );
    if (names.length === 0) continue;
    const rows = (await db.query(uid).findMany({ select: names })) as Record<string, unknown>[];
    for (const value of rows.flatMap((row) => names.map((name) => row[name]))) {
      if (typeof value === 'string' && value.length >= SHORTEST) secrets.add(value);
    }
  }
  return [...secrets];
}

/** The secrets that stand somewhere in these texts, alone or within more. */
export function secretsIn(texts: Iterable<string>, secrets: readonly string[]): string[] {
  const all = [...new Set(texts)].join('\n');
  return secrets.filter((secret) => all.includes(secret));
}
