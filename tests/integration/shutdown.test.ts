import { cleanUp, type CleanUps } from '../support/clean-ups';
import { eventually } from '../support/eventually';
import { type LastingParts, prepareLastingParts } from '../support/lasting-parts';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { reading } from './configs/resume';

const HOUSING = 'api::housing.housing';
/** Long after it was told to stop, and before it may. */
const WRITES = 50;

const cleanUps: CleanUps = [];
let parts: LastingParts;
let app: SyncedPlayground;

beforeAll(async () => {
  parts = await prepareLastingParts(3);
  cleanUps.push(parts.remove);
  app = await bootSynced({ config: require.resolve('./configs/resume'), ...parts });
  cleanUps.push(app.stop);
}, 120_000);

afterAll(async () => {
  reading.gate.open();
  await cleanUp(cleanUps);
});

it('marks what is written until Strapi closes the database, past the document service too', async () => {
  const { db } = app.strapi;
  const [slow, first, last] = (await parts.witness.ads()) as [string, string, string];
  const write = (documentId: string, description: string) =>
    db.query(HOUSING).update({ where: { documentId }, data: { description } });
  reading.waitsAt = new Set(['Ad 1']);
  reading.gate.shut();
  await write(slow, 'Read slowly.');
  await eventually(() => expect(reading.gate.waiting).toBe(1));

  // It waits for its writer, which waits at the gate.
  const stopped = app.stop();
  cleanUps.push(() => stopped);
  for (let time = 1; time <= WRITES; time += 1) await write(first, `Painted ${time} times.`);
  await write(last, 'Let at the last moment.');
  reading.gate.open();
  await stopped;

  expect(await parts.witness.marked()).toContain(last);
}, 60_000);
