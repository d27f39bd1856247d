import { untilFilledWith } from '../engine/offers-index';
import { postOne } from '../engine/straight';
import { type Pair, type Row, toRow } from '../row';
import { samplesDuring } from '../sampling';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, type Stage, withStage } from '../stage';
import { oneMore, saveToSearchable } from './searchable';

/** Milliseconds between two samples: what is measured must not slow the update down. */
const PAUSE = 300;
/** Milliseconds that a save may take at most. */
const MOST = 10_000;

/** A save and a document posted straight, each awaited; `null` as long as the index has no document to take after. */
async function sample({ site, engine }: Stage): Promise<Pair | null> {
  const document = await oneMore(engine);
  if (!document) return null;
  const figure = await saveToSearchable(site, engine);
  return { figure, reference: await timed(() => postOne(engine, document)) };
}

/** Many saves and documents posted in turn. */
async function repeatedly(bench: Bench): Promise<Row[]> {
  const rounds = await inRounds(bench, () =>
    withStage(bench, async (stage) => {
      const update = stage.site.call('firstUpdate', { uid: OFFER });
      const samples = await samplesDuring(update, PAUSE, () => sample(stage));
      const pairs = samples.filter((pair) => pair !== null);
      bench.log(`${pairs.length} saves, and as many documents posted, during the update`);
      return { figures: pairs.map(({ figure }) => figure), references: pairs.map(({ reference }) => reference) };
    }),
  );
  const slowest = rounds.map(({ figures, references }) => ({
    figure: percentile(figures, 0.95),
    reference: percentile(references, 0.95),
  }));
  const longest = rounds.map(({ figures }) => ({ figure: Math.max(...figures), reference: MOST }));
  return [
    toRow('save to searchable during a first update, 95th percentile', 'ms', slowest, 1.3),
    toRow('save to searchable during a first update, longest ÷ 10 s', 'ms', longest, 1),
  ];
}

/** A single save in the midst of an update: the most is enqueued ahead of the engine while nobody saves. */
async function once(bench: Bench): Promise<Row[]> {
  const saves = await inRounds(bench, () =>
    withStage(bench, async ({ site, engine }) => {
      const saveInTheMidst = async () => {
        await untilFilledWith(engine, bench.entries / 2);
        return { figure: await saveToSearchable(site, engine), reference: MOST };
      };
      const [save] = await Promise.all([saveInTheMidst(), site.call('firstUpdate', { uid: OFFER })]);
      return save;
    }),
  );
  return [toRow('the only save during a first update to searchable ÷ 10 s', 'ms', saves, 1)];
}

/** From a save to its document in the index while all offers are indexed for the first time. */
export async function searchableDuringUpdate(bench: Bench): Promise<Row[]> {
  return [...(await repeatedly(bench)), ...(await once(bench))];
}
