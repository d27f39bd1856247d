import { type Address, offersIndex, prepareIndex } from '../engine/offers-index';
import { type Payloads, postStraight, readPayloads } from '../engine/straight';
import { type Row, toRow } from '../row';
import { samplesDuring } from '../sampling';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, withEngine, withStage } from '../stage';

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

/** How long searches take while all documents are indexed anew: by an update, and straight. */
export async function search(bench: Bench): Promise<Row[]> {
  const rounds = await inRounds(bench, () =>
    withStage(bench, async ({ site, engine }) => {
      await site.call('firstUpdate', { uid: OFFER });
      const payloads = await readPayloads(engine);
      const idle = await searchIdle(engine);
      await site.call('rewriteAll', { word: 'second' });
      const update = await searchDuring(engine, site.call('update', { uid: OFFER }));
      const straight = await withEngine(async (other) => {
        await prepareIndex(other, engine);
        await postStraight(other, payloads);
        return searchDuring(other, postStraight(other, rewritten(payloads, 'second')));
      });
      bench.log(`${update.length} searches during the update, ${straight.length} during the post`);
      return { idle, update, straight };
    }),
  );
  const pairs = (share: number, than: 'idle' | 'straight') =>
    rounds.map((round) => ({ figure: percentile(round.update, share), reference: percentile(round[than], share) }));
  return [
    toRow('search during an update ÷ during a straight post, median', 'ms', pairs(0.5, 'straight'), 1),
    toRow('search during an update ÷ during a straight post, 95th percentile', 'ms', pairs(0.95, 'straight'), 1),
    toRow('search during an update ÷ on an idle engine, median', 'ms', pairs(0.5, 'idle'), null),
    toRow('search during an update ÷ on an idle engine, 95th percentile', 'ms', pairs(0.95, 'idle'), null),
  ];
}
