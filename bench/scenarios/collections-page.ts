import { administrator } from '../../scripts/playground-database';
import type { Collection } from '../../server/src/contract';
import { type Row, toRow } from '../row';
import { timed } from '../site/deeds/timed';
import type { Site } from '../site/site';
import { manyUids } from '../site/many-collections';
import { HOUSING, OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, withStage } from '../stage';

const POLLS = 30;
/** Of each collection but the offers and housing ads. */
const ENTRIES = 20;
/** Milliseconds. */
const MOST = 100;

async function logIn(url: string): Promise<string> {
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  const { data } = (await response.json()) as { data: { token: string } };
  return data.token;
}

/** The collections page, polled as a browser does it. */
export async function collectionsPage(bench: Bench): Promise<Row[]> {
  return withStage(
    bench,
    async ({ site }) => {
      await site.call('firstUpdate', { uid: OFFER });
      await site.call('firstUpdate', { uid: HOUSING });
      await fillManyCollections(site);
      const page = await openCollectionsPage(site);
      const times = await inRounds(bench, () => page.pollForAWhile());
      return [pageRow(bench, page.synced, times)];
    },
    WITH_MANY_COLLECTIONS,
  );
}

/** The environment of a site that has fifty content types. */
export const WITH_MANY_COLLECTIONS = { BENCH_MANY_COLLECTIONS: 'true' };

/** Gives the many collections something to hold, in the database and the engine. */
export async function fillManyCollections(site: Site): Promise<void> {
  await site.call('fillManyCollections', { entries: ENTRIES });
  await site.call('firstUpdates', { uids: manyUids });
}

export const pageRow = ({ entries }: Pick<Bench, 'entries'>, synced: number, times: readonly number[]): Row =>
  toRow(
    `collections page, ${synced} synced, ${entries} entries, 95th percentile ÷ ${MOST} ms`,
    'ms',
    times.map((figure) => ({ figure, reference: MOST })),
    1,
  );

/** Logs in and looks at the page for the first time. */
export async function openCollectionsPage(site: Site) {
  const authorization = `Bearer ${await logIn(site.url)}`;
  const poll = async (): Promise<Collection[]> => {
    const response = await fetch(`${site.url}/meilisearch/collections`, { headers: { authorization } });
    if (!response.ok) throw new Error(`the collections are answered ${response.status}`);
    return ((await response.json()) as { data: Collection[] }).data;
  };
  return {
    /** Collections that are synced. */
    synced: (await poll()).filter(({ enabled }) => enabled).length,

    /** Answers the 95th percentile of some polls, in milliseconds. */
    async pollForAWhile(): Promise<number> {
      const times: number[] = [];
      for (let number = 0; number < POLLS; number += 1) times.push(await timed(poll));
      return percentile(times, 0.95);
    },
  };
}
