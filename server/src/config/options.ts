import { z } from 'zod';

import { EngineError } from '../engine/search-engine';
import { parseHost } from '../engine/host';

// What is allowed stands as the description of each option: a problem with it quotes that.

/** Meilisearch's rule for index names. */
const indexName = z.string().regex(/^[a-zA-Z0-9_-]{1,400}$/);

const HOST = 'an address such as http://127.0.0.1:7700, without user, password or query';

/** An address that the engine's client can use. */
export const hostSchema = z.string({ error: HOST }).refine(isHost, HOST).describe(HOST);

function isHost(host: string): boolean {
  try {
    parseHost(host);
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** A user's own function; its arguments and result are checked where it is called. */
function userFunction<F>() {
  return z.custom<F>((value) => typeof value === 'function');
}

/** An entry as the user's functions get it: what `entriesQuery` selects of a row, relations populated. */
export type Entry = Record<string, unknown> & { id: number; documentId: string; locale?: string | null };

type EntryFunction<Result> = (context: { entry: Entry; contentType: string }) => Result | Promise<Result>;

/** Which entries a collection has and what of them is read; names and meanings are those of Strapi's document service. */
const entriesQuerySchema = z.strictObject({
  fields: z
    .union([z.literal('*'), z.array(z.string())])
    .optional()
    .describe("'*' or an array of field names"),
  filters: z.record(z.string(), z.unknown()).optional().describe('an object of Strapi filters'),
  limit: z.int().min(1).optional().describe('a whole number from 1 on: the entries read at once'),
  sort: z.unknown().optional(),
  populate: z.unknown().optional(),
  status: z.enum(['draft', 'published']).optional().describe("'draft' or 'published'"),
  locale: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe("a locale, an array of locales, or '*'"),
});

/** What a developer may say of one collection. */
export const collectionOptionsSchema = z.strictObject({
  enabled: z.boolean().default(false).describe('true or false'),
  indexName: z
    .union([indexName, z.array(indexName).min(1)])
    .optional()
    .describe('an index name (letters, digits, "-" and "_", at most 400) or an array of them'),
  transformEntry: userFunction<EntryFunction<unknown>>().optional().describe('a function'),
  filterEntry: userFunction<EntryFunction<unknown>>().optional().describe('a function'),
  // They go to the engine as they are: it names what it refuses.
  settings: z.record(z.string(), z.unknown()).default({}).describe('an object of Meilisearch index settings'),
  entriesQuery: entriesQuerySchema.default({}).describe('an object such as { locale: "*" }'),
  noSanitizePrivateFields: z.array(z.string()).default([]).describe('an array of field names'),
  host: hostSchema.optional().describe(HOST),
  apiKey: z.string().optional().describe('a string'),
});

/** What a developer may say of the plugin as a whole, but for `collections`. */
export const globalOptionsSchema = z.object({
  host: hostSchema.optional().describe(HOST),
  apiKey: z.string().optional().describe('a string'),
  timeout: z.int().min(100).max(600_000).default(10_000).describe('milliseconds, from 100 to 600000'),
  indexPrefix: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{0,200}$/)
    .default('')
    .describe('letters, digits, "-" and "_", at most 200'),
  batchBytes: z.int().min(10_000).max(90_000_000).default(4_000_000).describe('bytes, from 10000 to 90000000'),
  update: z
    .strictObject({ purgeGuard: z.number().min(0).max(1).default(0.5).describe('a share from 0 to 1') })
    .prefault({})
    .describe('an object such as { purgeGuard: 0.5 }'),
});

export type CollectionOptions = z.infer<typeof collectionOptionsSchema>;
export type GlobalOptions = z.infer<typeof globalOptionsSchema>;
