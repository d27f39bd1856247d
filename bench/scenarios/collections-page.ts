import { administrator } from '../../scripts/playground-database';
import type { Collection } from '../../server/src/contract';
import { type Row, toRow } from '../row';
import { timed } from '../site/deeds/timed';
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
      await site.call('fillManyCollections', { entries: ENTRIES });
      await site.call('updateAll', { uids: manyUids });
      const authorization = `Bearer ${await logIn(site.url)}`;
      const poll = async (): Promise<Collection[]> => {
        const response = await fetch(`${site.url}/meilisearch/collections`, { headers: { authorization } });
        if (!response.ok) throw new Error(`the collections are answered ${response.status}`);
        return ((await response.json()) as { data: Collection[] }).data;
      };
      const synced = (await poll()).filter(({ enabled }) => enabled).length;
      const pairs = await inRounds(bench, async () => {
        const times: number[] = [];
        for (let number = 0; number < POLLS; number += 1) times.push(await timed(poll));
        return { figure: percentile(times, 0.95), reference: MOST };
      });
      const name = `collections page, ${synced} synced, ${bench.entries} entries, 95th percentile ÷ ${MOST} ms`;
      return [toRow(name, 'ms', pairs, 1)];
    },
    { BENCH_MANY_COLLECTIONS: 'true' },
  );
}
