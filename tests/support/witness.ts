import { randomBytes } from 'node:crypto';

import { knex, type Knex } from 'knex';

import { systemAt } from '../../scripts/databases/connection';
import { createEngineClient, type EngineClient } from './engine-client';
import { aHousing } from './entries';
import { eventually, type EventuallyOptions } from './eventually';
import type { TestDatabase } from './test-database';

const HOUSING = 'api::housing.housing';
const INDEX = 'housings';

/** What is on record of a run. */
export interface RunRow {
  id: number;
  status: string;
  cursor: number;
  stamp: number | null;
  startedAt: number | null;
  error: string | null;
}

/** Sees what lies in the database and in the engine, whether a Strapi lives or not. It knows of housing ads only. */
export interface Witness {
  engine: EngineClient;
  /** Inserts so many ads, `Ad 1`, `Ad 2`, …, before any Strapi is there. */
  insertAds(count: number): Promise<void>;
  /** DocumentIds of all ads, in the order of their rows. */
  ads(): Promise<string[]>;
  /** DocumentIds of the ads that differ between database and index. */
  differing(): Promise<string[]>;
  /** DocumentIds that marks name. */
  marked(): Promise<string[]>;
  /** The last run. */
  lastRun(): Promise<RunRow>;
  lease(): Promise<{ owner: string | null; fence: number; beat: number }>;
  /** Gives the lease back in the name of an owner that is dead, so that the next one need not wait. */
  endLease(): Promise<void>;
  /** Waits until all that was saved is in the index, which then equals the database. */
  untilEqual(options?: EventuallyOptions): Promise<void>;
  /** Makes the index differ in every way: an ad is missing, an ad is stale, and one is not in the database. */
  causeDrift(): Promise<void>;
  /** Disconnects from the database, so that it can be dropped. */
  close(): Promise<void>;
}

/** A connection past Strapi. */
function connect({ env }: TestDatabase): Knex {
  const { DATABASE_CLIENT: client = 'sqlite', DATABASE_FILENAME: filename } = env;
  if (client === 'sqlite') {
    return knex({ client: 'better-sqlite3', connection: { filename: String(filename) }, useNullAsDefault: true });
  }
  return knex({
    client: systemAt(`${client}://`).driver,
    connection: {
      host: env.DATABASE_HOST,
      port: Number(env.DATABASE_PORT),
      user: env.DATABASE_USERNAME,
      password: env.DATABASE_PASSWORD,
      database: env.DATABASE_NAME,
    },
    pool: { min: 0, max: 2 },
  });
}

const searchId = (documentId: string) => `housing-${documentId}`;

const numberOrNull = (value: unknown) => (value === null ? null : Number(value));

/** Looks at a database and an engine that outlive every Strapi on them. */
export function createWitness(database: TestDatabase, meilisearch: { host: string; apiKey: string }): Witness {
  const db = connect(database);
  const engine = createEngineClient(meilisearch);

  const rows = async (): Promise<{ document_id: string; title: string; description: string }[]> =>
    db(INDEX).select('document_id', 'title', 'description').orderBy('id');

  const ads = async () => (await rows()).map((row) => row.document_id);

  const marked = async () => (await db('meilisearch_marks').where({ uid: HOUSING }).pluck('document_id')) as string[];

  const content = ({ title, description }: Record<string, unknown>) => JSON.stringify([title, description]);

  const differing = async () => {
    const saved = new Map((await rows()).map((row) => [searchId(row.document_id), content(row)]));
    const indexed = new Map((await engine.documents(INDEX)).map((ad) => [ad._meilisearch_id, content(ad)]));
    return [...new Set([...saved.keys(), ...indexed.keys()])]
      .filter((id) => saved.get(id) !== indexed.get(id))
      .map((id) => id.slice(searchId('').length));
  };

  return {
    engine,
    ads,
    differing,
    marked,

    async insertAds(count) {
      const now = new Date();
      for (let number = 1; number <= count; number += 1) {
        const always = { document_id: randomBytes(12).toString('hex'), created_at: now, updated_at: now };
        await db(INDEX).insert({ ...aHousing({ title: `Ad ${number}` }), ...always, published_at: now });
      }
    },

    async lastRun() {
      const row = (await db('meilisearch_runs').orderBy('id', 'desc').first()) as Record<string, unknown>;
      return {
        id: Number(row.id),
        status: String(row.status),
        cursor: Number(row.cursor),
        stamp: numberOrNull(row.stamp),
        startedAt: numberOrNull(row.started_at),
        error: row.error as string | null,
      };
    },

    async lease() {
      const row = (await db('meilisearch_leases').first()) as Record<string, unknown>;
      return { owner: row.owner as string | null, fence: Number(row.fence), beat: Number(row.beat) };
    },

    async endLease() {
      await db('meilisearch_leases').update({ owner: null });
    },

    untilEqual: (options) =>
      eventually(async () => {
        expect(await marked()).toEqual([]);
        expect(await differing()).toEqual([]);
      }, options),

    async causeDrift() {
      const [missing, stale] = (await ads()).map(searchId) as [string, string];
      const kept = (await engine.documents(INDEX)).find((ad) => ad._meilisearch_id === stale);
      const old = { uid: HOUSING, syncedAt: 1, version: 'old' };
      await engine.remove(INDEX, [missing]);
      await engine.put(INDEX, [
        { ...kept, _meilisearch_id: stale, description: 'Rented since.', _strapi: old },
        { _meilisearch_id: searchId('gonegonegonegonegonegone'), title: 'Gone', _strapi: old },
      ]);
    },

    close: () => db.destroy(),
  };
}
