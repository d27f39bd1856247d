import { type Halves, halvesOfCores, withCoresApart } from '../engine/cores-apart';
import { type Address, offersIndex, prepareIndex } from '../engine/offers-index';
import { type Payloads, postStraight, readPayloads } from '../engine/straight';
import { type Row, toRow } from '../row';
import { samplesDuring } from '../sampling';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, type Stage, withEngine, withStage } from '../stage';

const CLIENTS = 2;
const WORDS = ['gardener', 'cook', 'paris', 'engineer', 'lyon', 'design', 'stage', 'baker', 'data', 'nurse'];
/** Searches of each client while nothing else goes on. */
const IDLE_SEARCHES = 200;

/** What each client does: one search after the other. */
function createClient(engine: Address, number: number): () => Promise<number> {
  const { index } = offersIndex(engine);
  let done = number;
  return () => {
    done += 1;
    return timed(() => index.search(WORDS[done % WORDS.length]));
  };
}

/** Milliseconds of each search of clients that search at the same time. */
async function bySeveral(
  engine: Address,
  searches: (search: () => Promise<number>) => Promise<number[]>,
): Promise<number[]> {
  const clients = Array.from({ length: CLIENTS }, (_, number) => searches(createClient(engine, number)));
  return (await Promise.all(clients)).flat();
}

const searchDuring = (engine: Address, work: Promise<unknown>): Promise<number[]> =>
  bySeveral(engine, (search) => samplesDuring(work, 0, search));

const searchIdle = (engine: Address): Promise<number[]> =>
  bySeveral(engine, (search) => inRounds({ rounds: IDLE_SEARCHES }, search));

/** The same texts, each a little different, so that the engine has to index all of them anew. */
const rewritten = (payloads: Payloads, word: string): Payloads => ({
  ...payloads,
  texts: payloads.texts.map((text) => text.replaceAll(/"reference":("[^"]*"|null)/g, `"reference":"${word}"`)),
});

/** Searches while all documents are indexed anew, by an update and straight. */
async function searchBoth({ site, engine }: Stage, straight: Address, payloads: Payloads, word: string) {
  await site.call('rewriteAll', { word });
  return {
    update: await searchDuring(engine, site.call('update', { uid: OFFER })),
    straight: await searchDuring(straight, postStraight(straight, rewritten(payloads, word))),
  };
}

/** Cores for the engine and for the others; null where the machine has no two parts of them, which the log then says. */
async function halvesOrNone(bench: Bench): Promise<Halves | null> {
  try {
    return await halvesOfCores();
  } catch (error) {
    bench.log(`without the engine on cores of its own: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function round(bench: Bench, halves: Halves | null) {
  return withStage(bench, async (stage) => {
    const { site, engine } = stage;
    await site.call('firstUpdate', { uid: OFFER });
    const payloads = await readPayloads(engine);
    const idle = await searchIdle(engine);
    return withEngine(async (straight) => {
      await prepareIndex(straight, engine);
      await postStraight(straight, payloads);
      const together = await searchBoth(stage, straight, payloads, 'second');
      if (halves === null) return { idle, together, apart: [] };
      const apart = await withCoresApart(halves, { engines: [engine.pid, straight.pid], site: site.pid }, () =>
        searchBoth(stage, straight, payloads, 'third'),
      );
      return { idle, together, apart: [apart] };
    });
  });
}

const toPair = ({ update, straight }: Awaited<ReturnType<typeof searchBoth>>) => ({
  figures: update,
  references: straight,
});

const SHARES = { median: 0.5, '95th percentile': 0.95 };

/** One row for each share: searches during an update against others of the same round, in milliseconds each. */
const rowsOf = (than: string, rounds: readonly { figures: number[]; references: number[] }[], limit: number | null) =>
  Object.entries(SHARES).map(([name, share]) => {
    const pairs = rounds.map(({ figures, references }) => ({
      figure: percentile(figures, share),
      reference: percentile(references, share),
    }));
    return toRow(`search during an update ÷ ${than}, ${name}`, 'ms', pairs, limit);
  });

/** How long searches take while all documents are indexed anew: where Strapi shares the engine's cores, and where it does not. */
export async function search(bench: Bench): Promise<Row[]> {
  const halves = await halvesOrNone(bench);
  const rounds = await inRounds(bench, () => round(bench, halves));
  const apart = rounds.flatMap((of) => of.apart).map(toPair);
  const together = rounds.map((of) => toPair(of.together));
  const idle = rounds.map((of) => ({ figures: of.together.update, references: of.idle }));
  return [
    ...(halves === null ? [] : rowsOf('during a straight post, engine on cores of its own', apart, 1)),
    ...rowsOf('during a straight post, cores shared with Strapi', together, 1),
    ...rowsOf('on an idle engine, cores shared with Strapi', idle, null),
  ];
}
