import { type Row, toRow } from '../row';
import { postOne } from '../engine/straight';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, withStage } from '../stage';
import { oneMore, saveToSearchable } from './searchable';

/** Milliseconds between two samples: what is measured must not slow the update down. */
const PAUSE = 300;
/** Milliseconds that a save may take at most. */
const MOST = 10_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** From a save to its document in the index while all offers are indexed for the first time. */
export async function searchableDuringUpdate(bench: Bench): Promise<Row[]> {
  const rounds = await inRounds(bench, () =>
    withStage(bench, async ({ site, engine }) => {
      const figures: number[] = [];
      const references: number[] = [];
      let isOver = false;
      const update = site.call('firstUpdate', { uid: OFFER }).finally(() => {
        isOver = true;
      });
      // The first document tells that the settings are there.
      while (!isOver) {
        await pause();
        const document = await oneMore(engine).catch(() => null);
        if (!document) continue;
        figures.push(await saveToSearchable(site, engine));
        if (isOver) break;
        await pause();
        references.push(await timed(() => postOne(engine, document)));
      }
      await update;
      bench.log(`${figures.length} saves and ${references.length} documents during the update`);
      return { figures, references };
    }),
  );
  const pairs = rounds.map(({ figures, references }) => ({
    figure: percentile(figures, 0.95),
    reference: percentile(references, 0.95),
  }));
  const longest = rounds.map(({ figures }) => ({ figure: Math.max(...figures), reference: MOST }));
  return [
    toRow('save to searchable during a first update, 95th percentile', 'ms', pairs, 1.3),
    toRow('save to searchable during a first update, longest ÷ 10 s', 'ms', longest, 1),
  ];
}
