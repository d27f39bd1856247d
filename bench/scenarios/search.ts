import { type Address, offersIndex, prepareIndex } from '../engine/offers-index';
import { type Payloads, postStraight, readPayloads } from '../engine/straight';
import { type Row, toRow } from '../row';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, withEngine, withStage } from '../stage';

const CLIENTS = 2;
const WORDS = ['gardener', 'cook', 'paris', 'engineer', 'lyon', 'design', 'stage', 'baker', 'data', 'nurse'];
/** Searches of each client while nothing else goes on. */
const IDLE_SEARCHES = 200;

/** Clients that search one query after the other while something goes on. Answers the milliseconds of each search. */
async function searchWhile(engine: Address, isOn: (done: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  const client = async (number: number) => {
    const { index } = offersIndex(engine);
    for (let done = 0; isOn(done); done += 1) {
      times.push(await timed(() => index.search(WORDS[(number + done) % WORDS.length])));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return times;
}

async function searchDuring(engine: Address, work: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  const times = await searchWhile(engine, () => !isOver);
  await over;
  return times;
}

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
      const idle = await searchWhile(engine, (done) => done < IDLE_SEARCHES);
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
