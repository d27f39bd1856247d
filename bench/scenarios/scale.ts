import { type Row, toRow } from '../row';
import { type Bench, inRounds, withStage } from '../stage';
import { fillManyCollections, openCollectionsPage, pageRow, WITH_MANY_COLLECTIONS } from './collections-page';
import { memoryOfFirstUpdate, MOST } from './memory';

/** Against so many times fewer entries. */
const TIMES = 10;

/** What a first update of so many entries takes, and how the collections page is after it. */
async function firstUpdate(entries: number) {
  return withStage(
    { entries },
    async ({ site }) => {
      const before = await site.call('processorTime', {});
      const begun = performance.now();
      const { idle, peak } = await memoryOfFirstUpdate(site);
      const milliseconds = performance.now() - begun;
      const processorTime = (await site.call('processorTime', {})) - before;
      await fillManyCollections(site);
      const page = await openCollectionsPage(site);
      return {
        memory: peak - idle,
        perEntry: milliseconds / entries,
        processorTimePerEntry: processorTime / entries,
        synced: page.synced,
        pageTime: await page.pollForAWhile(),
      };
    },
    WITH_MANY_COLLECTIONS,
  );
}

/** What grows with the collection and ought not to. */
export async function scale(bench: Bench): Promise<Row[]> {
  const few = Math.round(bench.entries / TIMES);
  const rounds = await inRounds(bench, async () => ({
    small: await firstUpdate(few),
    large: await firstUpdate(bench.entries),
  }));
  const against = `${bench.entries} entries against ${few}`;
  const pairs = (what: 'memory' | 'perEntry' | 'processorTimePerEntry') =>
    rounds.map(({ large, small }) => ({ figure: large[what], reference: small[what] }));
  const most = rounds.map(({ large }) => ({ figure: large.memory, reference: MOST }));
  const pageTimes = rounds.map(({ large }) => large.pageTime);
  return [
    toRow(`memory that a first update of ${bench.entries} entries adds ÷ ${MOST} MB`, 'MB', most, 1),
    toRow(`memory that a first update adds, ${against}`, 'MB', pairs('memory'), 1.1),
    toRow(`time of a first update per entry, engine included, ${against}`, 'ms', pairs('perEntry'), null),
    toRow(`processor time of Strapi per entry, ${against}`, 'ms', pairs('processorTimePerEntry'), 1.2),
    pageRow(bench, Math.min(...rounds.map(({ large }) => large.synced)), pageTimes),
  ];
}
