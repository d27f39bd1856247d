import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../scripts/free-port';
import { playgroundDirectory } from '../../scripts/repository';
import { runQuietly } from '../../scripts/run-command';
import { createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { startSilentServer } from '../support/silent-server';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';

const cleanUps: CleanUps = [];
let app: SyncedPlayground;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'import-'));
  cleanUps.push(() => rm(directory, { recursive: true, force: true }));
  app = await bootSynced({ config: require.resolve('./configs/import') });
  cleanUps.push(app.stop);
  const { id } = await app.sync.enable(HOUSING);
  await app.sync.waitForRun(id);
}, 120_000);

afterAll(() => cleanUp(cleanUps));

/** Runs one of Strapi's commands on the database of the running server, with an engine that would notice any word. */
async function strapiCommand(name: string, args: string[]): Promise<void> {
  const port = await freePort();
  const engine = await startSilentServer(port);
  try {
    const env = {
      ...app.database.env,
      MEILISEARCH_HOST: `http://127.0.0.1:${port}`,
      STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    };
    await runQuietly({ name: 'strapi', args: [name, ...args], cwd: playgroundDirectory, env }, `strapi-${name}`);
    expect(engine.connections).toBe(0);
  } finally {
    await engine.stop();
    await removeLogs();
  }
}

/** Strapi leaves a log beside the application. */
async function removeLogs(): Promise<void> {
  const logs = (await readdir(playgroundDirectory)).filter((name) => /^(?:export|import)_\d+\.log$/.test(name));
  for (const log of logs) await rm(join(playgroundDirectory, log));
}

const titles = async () =>
  (await app.engine.documents('housings')).map(({ title }) => title as string).sort((a, b) => a.localeCompare(b));

it('is noticed by the running server, which makes the index equal to what was imported', async () => {
  const housings = app.documents(HOUSING);
  const { documentId } = await housings.create({ data: aHousing({ title: 'Exported' }) });
  await housings.create({ data: aHousing({ title: 'Kept' }) });
  const file = join(directory, 'content');
  await strapiCommand('export', ['--no-encrypt', '--no-compress', '--only', 'content', '--file', file]);

  await housings.delete({ documentId });
  await housings.create({ data: aHousing({ title: 'Younger than the export' }) });
  await app.sync.settle();
  expect(await titles()).toEqual(['Kept', 'Younger than the export']);

  await strapiCommand('import', ['--force', '--file', `${file}.tar`]);
  await eventually(async () => expect(await titles()).toEqual(['Exported', 'Kept']), { timeoutMs: 60_000 });

  const [collection] = await app.sync.collections().then((all) => all.filter(({ uid }) => uid === HOUSING));
  expect(collection).toMatchObject({ enabled: true });
  const { body } = await createAdminApi(app).get(`/runs?uid=${HOUSING}&kind=update`).expect(200);
  expect(body.data[0]).toMatchObject({ trigger: { by: 'schedule' } });

  await housings.create({ data: aHousing({ title: 'After the import' }) });
  await app.sync.settle();
  expect(await titles()).toEqual(['After the import', 'Exported', 'Kept']);
}, 180_000);
