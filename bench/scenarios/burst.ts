import { countTasks, prepareIndex } from '../engine/offers-index';
import { postStraight, readPayloads } from '../engine/straight';
import { type Row, toRow } from '../row';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, withEngine, withPlainSite, withStage } from '../stage';

const SAVES = 10_000;
const CLIENTS = 8;
/** Of the engine: "a few hundred". */
const MOST_TASKS = 300;

/** Many saves at once: when is all of it in the index? */
export async function burst(bench: Bench): Promise<Row[]> {
  const none = { entries: 0 };
  const order = { saves: SAVES, clients: CLIENTS };
  const rounds = await inRounds(bench, () =>
    withStage(none, async ({ site, engine }) => {
      await site.call('firstUpdate', { uid: OFFER });
      const tasksBefore = await countTasks(engine);
      const figure = (await site.call('burst', order)) + (await site.call('settle', {}));
      const tasks = (await countTasks(engine)) - tasksBefore;
      const payloads = await readPayloads(engine);
      const saving = await withPlainSite(none, (plain) => plain.call('burst', order));
      const posting = await withEngine(async (other) => {
        await prepareIndex(other, engine);
        return timed(() => postStraight(other, payloads));
      });
      bench.log(`${tasks} tasks; saving ${Math.round(saving)} ms, posting ${Math.round(posting)} ms`);
      return { figure, reference: saving + posting, tasks };
    }),
  );
  const tasks = rounds.map((round) => ({ figure: round.tasks, reference: MOST_TASKS }));
  return [
    toRow(`${SAVES} saves by ${CLIENTS} clients, in sync ÷ saving, then posting`, 'ms', rounds, 1.3),
    toRow(`${SAVES} saves by ${CLIENTS} clients, tasks of the engine ÷ ${MOST_TASKS}`, 'tasks', tasks, 1),
  ];
}
