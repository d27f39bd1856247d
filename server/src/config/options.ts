import { Cron } from 'croner';
import ms from 'ms';
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

const CRON_RULE = "a cron rule such as '0 3 * * *', or false";

/** When something is done of itself; `false`: never. Read by the library that Strapi schedules with. */
const cronRule = z.union([z.literal(false), z.string().refine(isCronRule)]).describe(CRON_RULE);

function isCronRule(rule: string): boolean {
  try {
    return new Cron(rule, { paused: true }).nextRun() !== null;
  } catch {
    // croner throws on a rule that it cannot read.
    return false;
  }
}

/** Words such as '14d', read into milliseconds; a number without a unit says too little. */
const duration = z.string().transform((words, context) => {
  const length = /[a-z]/i.test(words) ? (ms(words as ms.StringValue) as number | undefined) : undefined;
  if (length !== undefined && length > 0) return length;
  context.addIssue('a duration');
  return z.NEVER;
});

const checkSchema = z.strictObject({
  schedule: cronRule.prefault('0 3 * * *').describe(CRON_RULE),
  window: z
    .union([z.literal('all'), duration])
    .prefault('14d')
    .describe("a duration such as '14d', or 'all'"),
  fullSchedule: cronRule.prefault('0 4 * * 0').describe(CRON_RULE),
  repair: z.boolean().default(true).describe('true or false'),
  abortAbove: z.int().min(0).optional().describe('a whole number from 0 on'),
});

const WEBHOOK =
  'an address such as https://example.org/hook, without user and password: a secret goes into its path or query';

/** An address that `fetch` can use: it refuses one with a user or a password, and quotes all of it when it does. */
const webhookSchema = z.url({ protocol: /^https?$/, abort: true }).refine(isWithoutCredentials);

function isWithoutCredentials(address: string): boolean {
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

const notifySchema = z.strictObject({
  email: z.array(z.email()).default([]).describe('an array of e-mail addresses'),
  webhook: webhookSchema.optional().describe(WEBHOOK),
  unreachableAfter: duration.prefault('15m').describe("a duration such as '15m'"),
  perHour: z.int().min(1).default(6).describe('a whole number from 1 on'),
});

/** What a developer may say of one collection. */
export const collectionOptionsSchema = z.strictObject({
  enabled: z.boolean().optional().describe('true or false'),
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
  check: checkSchema.prefault({}).describe("an object such as { schedule: '0 3 * * *', repair: true }"),
  notify: notifySchema.prefault({}).describe("an object such as { email: ['ops@example.org'] }"),
  ledger: z
    .strictObject({ keep: duration.prefault('90d').describe("a duration such as '90d'") })
    .prefault({})
    .describe("an object such as { keep: '90d' }"),
});

export type CollectionOptions = z.infer<typeof collectionOptionsSchema>;
export type GlobalOptions = z.infer<typeof globalOptionsSchema>;
