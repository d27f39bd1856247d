import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { makeScratchDirectory } from '../../scripts/scratch-directory';
import type { Run } from '../../server/src/contract';
import { createAdminApi } from '../support/admin-api';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { startKeptEngine } from '../support/kept-engine';
import { mountSmallDisk, type SmallDisk, whyNoSmallDisk } from '../support/small-disk';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';
import { createTestDatabase } from '../support/test-database';
import { createWitness, type Witness } from '../support/witness';

const HOUSING = 'api::housing.housing';
/** In megabytes: room for some large ads, and for all of them. */
const DISK = { small: 16, large: 256 };
/** Words in the description of a large ad, all different: its index takes several megabytes. */
const WORDS = 30_000;
/** The engine tries again every ten seconds or so. */
const PATIENCE = { timeoutMs: 60_000 };

const reason = whyNoSmallDisk();
if (reason !== null) console.log(`Left out: an engine whose disk is full. ${reason}`);
const describeIfMounting = reason === null ? describe : describe.skip;

describeIfMounting.each([
  // It cannot even note that a task has failed, and works on it again and again.
  { holds: 'all that the engine keeps', path: 'data.ms' },
  // The task fails.
  { holds: 'its indexes', path: 'data.ms/indexes' },
])('while the disk is full that holds $holds', ({ path }) => {
  const cleanUps: CleanUps = [];
  let directory: string;
  let disk: SmallDisk;
  let witness: Witness;
  let app: SyncedPlayground;
  let housings: Documents;
  let update: Run;
  /** What Strapi's log warns of. */
  const warnings: string[] = [];

  beforeAll(async () => {
    directory = await makeScratchDirectory('full-engine-');
    cleanUps.push(() => rm(directory, { recursive: true, force: true }));
    const database = await createTestDatabase();
    cleanUps.push(database.drop);
    // It makes its folders itself.
    const meilisearch = await startKeptEngine({ directory });
    await meilisearch.stop();
    disk = await mountSmallDisk(join(directory, path), DISK.small);
    cleanUps.push(disk.unmount);
    await meilisearch.start();
    cleanUps.push(meilisearch.stop);
    witness = createWitness(database, meilisearch);
    cleanUps.push(witness.close);
    app = await bootSynced({ config: require.resolve('./configs/engine-away'), meilisearch, database });
    cleanUps.push(app.stop);
    housings = app.documents(HOUSING);
    app.strapi.log.warn = ((message: string) => warnings.push(message)) as unknown as typeof app.strapi.log.warn;
  }, 120_000);

  afterAll(() => cleanUp(cleanUps));

  /** How often the engine had no room, be it for what was sent to it or for its work on that. */
  const troubles = async (): Promise<number> => {
    const said = await readFile(join(directory, 'meilisearch.log'), 'utf8');
    return said.split('\n').filter((line) => /HTTP request.*No space left on device|Batch failed while/.test(line))
      .length;
  };

  /** Saves large ads, one after another, until the engine has no room for one. */
  const fill = async () => {
    for (let number = 1; (await troubles()) === 0; number += 1) {
      const description = Array.from({ length: WORDS }, (_, word) => `${number}x${word.toString(36)}`).join(' ');
      await housings.create({ data: aHousing({ title: `Large ${number}`, description }) });
      await eventually(async () => {
        if ((await troubles()) === 0) expect((await app.sync.status()).outbox.pending).toBe(0);
      });
    }
  };

  it('saves are kept, nothing is blamed on a document, and an update waits', async () => {
    const changed = await housings.create({ data: aHousing({ title: 'To be changed' }) });
    const deleted = await housings.create({ data: aHousing({ title: 'To be deleted' }) });
    await app.sync.settle();
    await fill();

    await housings.update({ documentId: changed.documentId, data: { title: 'Changed' } });
    await housings.delete({ documentId: deleted.documentId });
    await housings.create({ data: aHousing({ title: 'Created' }) });
    update = await app.sync.update(HOUSING);
    const before = await troubles();
    await eventually(async () => expect(await troubles()).toBeGreaterThan(before + 3), PATIENCE);

    const differing = await witness.differing();
    expect(differing).not.toEqual([]);
    expect(await witness.marked()).toEqual(expect.arrayContaining(differing));
    expect((await app.sync.status()).outbox).toMatchObject({ failing: 0 });
    expect(warnings).toContainEqual(expect.stringMatching(/no space left.*saves are kept/i));
    const waiting = await createAdminApi(app).run(update.id);
    expect(waiting).toMatchObject({ finishedAt: null, counts: { failed: 0 } });
  }, 180_000);

  it('nobody need lift a hand: all is caught up with once there is room', async () => {
    await disk.enlarge(DISK.large);
    await witness.untilEqual(PATIENCE);

    const ended = await app.sync.waitForRun(update.id);
    expect(ended).toMatchObject({ status: 'succeeded', counts: { failed: 0 }, error: null });
    expect((await app.sync.status()).outbox).toEqual({ pending: 0, failing: 0, oldestAt: null });
  }, 150_000);
});
