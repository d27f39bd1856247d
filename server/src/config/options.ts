import { z } from 'zod';

/** The index settings that a user may declare go to the engine as they are: it names what it refuses. */
const indexSettings = z.record(z.string(), z.unknown());

/** Meilisearch's rule for index names. */
const indexName = z.string().regex(/^[a-zA-Z0-9_-]{1,400}$/, 'letters, digits, "-" and "_", at most 400');

/** A whole number within bounds; anything else is answered with `allowed`. */
function wholeNumber(min: number, max: number, allowed: string) {
  return z.int({ error: allowed }).min(min, allowed).max(max, allowed);
}

const httpUrl = z.url({ protocol: /^https?$/, error: 'a URL such as http://127.0.0.1:7700' });

/** A user's own function; its arguments and result are checked where it is called. */
function userFunction<F>() {
  return z.custom<F>((value) => typeof value === 'function', { error: 'a function' });
}

/** An entry as the user's functions get it: what `entriesQuery` selects of a row, relations populated. */
export type Entry = Record<string, unknown> & { id: number; documentId: string; locale?: string | null };

type EntryFunction<Result> = (context: { entry: Entry; contentType: string }) => Result | Promise<Result>;

/** Which entries a collection has and what of them is read; names and meanings are those of Strapi's document service. */
export const entriesQuerySchema = z.strictObject({
  fields: z.union([z.literal('*'), z.array(z.string())], { error: "'*' or an array of field names" }).optional(),
  filters: z.record(z.string(), z.unknown(), { error: 'an object of Strapi filters' }).optional(),
  limit: wholeNumber(1, 10_000, 'a whole number from 1 to 10000').optional(),
  sort: z.unknown().optional(),
  populate: z.unknown().optional(),
  status: z.enum(['draft', 'published'], { error: "'draft' or 'published'" }).optional(),
  locale: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)], { error: "a locale, an array of locales, or '*'" })
    .optional(),
});

/** What a developer may say of one collection. */
export const collectionOptionsSchema = z.strictObject({
  enabled: z.boolean({ error: 'true or false' }).default(false),
  indexName: z
    .union([indexName, z.array(indexName).min(1)], {
      error: 'an index name (letters, digits, "-" and "_", at most 400) or an array of them',
    })
    .optional(),
  transformEntry: userFunction<EntryFunction<unknown>>().optional(),
  filterEntry: userFunction<EntryFunction<unknown>>().optional(),
  settings: indexSettings.default({}),
  entriesQuery: entriesQuerySchema.default({}),
  noSanitizePrivateFields: z.array(z.string(), { error: 'an array of field names' }).default([]),
  host: httpUrl.optional(),
  apiKey: z.string({ error: 'a string' }).optional(),
});

/** What a developer may say of the plugin as a whole, but for `collections`. */
export const globalOptionsSchema = z.object({
  host: httpUrl.optional(),
  apiKey: z.string({ error: 'a string' }).optional(),
  timeout: wholeNumber(100, 600_000, 'milliseconds, from 100 to 600000').default(10_000),
  indexPrefix: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{0,200}$/, 'letters, digits, "-" and "_", at most 200')
    .default(''),
  batchBytes: wholeNumber(10_000, 90_000_000, 'bytes, from 10000 to 90000000').default(4_000_000),
  update: z
    .strictObject({
      purgeGuard: z
        .number({ error: 'a share from 0 to 1' })
        .min(0, 'a share from 0 to 1')
        .max(1, 'a share from 0 to 1')
        .default(0.5),
    })
    .prefault({}),
});

export type EntriesQuery = z.infer<typeof entriesQuerySchema>;
export type CollectionOptions = z.infer<typeof collectionOptionsSchema>;
export type GlobalOptions = z.infer<typeof globalOptionsSchema>;
