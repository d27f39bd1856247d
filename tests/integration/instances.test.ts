/** @database-sensitive */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cleanUp, type CleanUps } from '../support/clean-ups';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { startKeptEngine } from '../support/kept-engine';
import { type PlaygroundChild, startPlaygroundChild } from '../support/playground-child';
import { type PushRecorder, startPushRecorder } from '../support/push-recorder';
import { createTestDatabase, hasManyConnections, type TestDatabase } from '../support/test-database';
import { createWitness, type Witness } from '../support/witness';

const HOUSING = 'api::housing.housing';
const HOUSINGS = `/content-manager/collection-types/${HOUSING}`;
const ADS = 20;
const TAKEOVER = { timeoutMs: 60_000 };

if (!hasManyConnections) {
  console.log('Left out: SQLite has one instance only. `npm run test:databases -- instances` runs these tests.');
}
const onDatabaseServers = hasManyConnections ? describe : describe.skip;

onDatabaseServers('several instances on one database server', () => {
  const cleanUps: CleanUps = [];
  const alive = new Set<PlaygroundChild>();
  let database: TestDatabase;
  let recorder: PushRecorder;
  let witness: Witness;
  let directory: string;

  const start = async (): Promise<PlaygroundChild> => {
    const config = require.resolve('./configs/resume');
    const child = await startPlaygroundChild({ config, database, meilisearch: recorder, directory });
    cleanUps.push(() => child.stop());
    alive.add(child);
    return child;
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'playground-children-'));
    cleanUps.push(() => rm(directory, { recursive: true, force: true }));
    database = await createTestDatabase();
    cleanUps.push(database.drop);
    const meilisearch = await startKeptEngine();
    cleanUps.push(meilisearch.remove);
    recorder = await startPushRecorder(meilisearch);
    cleanUps.push(recorder.stop);
    witness = createWitness(database, meilisearch);
    cleanUps.push(witness.close);
    await witness.insertAds(ADS);
    await Promise.all([start(), start(), start()]);
    await witness.untilEqual(TAKEOVER);
  }, 180_000);

  afterAll(() => cleanUp(cleanUps));

  /** Who holds the lease, and another one. */
  const roles = async (): Promise<{ leader: PlaygroundChild; follower: PlaygroundChild }> => {
    const owner = (await witness.lease()).owner?.split(' ') ?? [];
    const leader = [...alive].find(({ pid }) => owner.includes(String(pid)));
    const follower = [...alive].find((child) => child !== leader);
    if (!leader || !follower) throw new Error(`nobody holds the lease: ${owner.join(' ')}`);
    return { leader, follower };
  };

  const create = async ({ http, admin }: PlaygroundChild, title: string): Promise<string> => {
    const posted = http.post(HOUSINGS).auth(admin.token, { type: 'bearer' });
    return (await posted.send(aHousing({ title })).expect(201)).body.data.documentId;
  };

  const edit = async ({ http, admin }: PlaygroundChild, documentId: string, description: string): Promise<void> => {
    const put = http.put(`${HOUSINGS}/${documentId}`).auth(admin.token, { type: 'bearer' });
    await put.send({ description }).expect(200);
  };

  /** Creates ads, one after another, until it is told to stop; a reader of two at once must be able to catch up. */
  const keepCreating = (child: PlaygroundChild) => {
    let isOver = false;
    const creating = (async () => {
      for (let number = 1; !isOver && number <= 60; number += 1) await create(child, `Meanwhile ${number}`);
    })();
    return {
      async stop() {
        isOver = true;
        await creating;
      },
    };
  };

  /** Who wrote to the engine, one after another. */
  const writers = () =>
    recorder
      .pushes()
      .map(({ instance }) => instance)
      .filter((instance, position, all) => instance !== all[position - 1]);

  it('finds what is saved on any of them, also of one ad on all', async () => {
    const [shared] = (await witness.ads()) as [string];
    const saves = [...alive].flatMap((child) =>
      Array.from({ length: 8 }, async (_, number) => {
        await create(child, `Of ${child.pid}`);
        await edit(child, shared, `Seen ${number} times by ${child.pid}.`);
      }),
    );
    await Promise.all(saves);
    await witness.untilEqual();
    expect(await witness.ads()).toHaveLength(ADS + saves.length);
  });

  it('have one run where Update is pressed on all of them at once', async () => {
    const runs = await Promise.all([...alive].map(({ api }) => api.update(HOUSING)));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);

    const total = (await witness.ads()).length;
    const [first] = [...alive];
    const counts = { total, read: total, pushed: total };
    expect(await first!.api.finished(runs[0]!)).toMatchObject({ status: 'succeeded', counts });
  });

  it('end an update whose leader was killed, and the next leader too, within the time of the lease, and lose no save', async () => {
    const { leader, follower } = await roles();
    const { fence } = await witness.lease();
    for (const child of alive) await child.order({ gate: 'shut', waitAt: [child === leader ? 'Ad 9' : 'Ad 15'] });
    const started = await follower.api.update(HOUSING);
    await leader.untilWaiting();
    const begun = await follower.api.run(started.id);

    /** Kills the leader while it reads, once there is one; answers who is left. */
    const killLeader = async (): Promise<PlaygroundChild> => {
      const found = await eventually(roles, TAKEOVER);
      await found.leader.untilWaiting();
      await create(found.follower, 'While the leader reads');
      process.kill(found.leader.pid, 'SIGKILL');
      await found.leader.exited;
      alive.delete(found.leader);
      await create(found.follower, 'While nobody leads');
      return found.follower;
    };
    await killLeader();
    const last = await killLeader();
    await last.order({ gate: 'open' });
    const [ended] = await Promise.all([last.api.finished(started), start()]);

    const { startedAt, stamp } = begun;
    expect(ended).toMatchObject({ status: 'succeeded', startedAt, stamp, error: null });
    await witness.untilEqual();
    expect((await witness.lease()).fence).toBe(fence + 2);
    expect((await roles()).leader).toBe(last);
  }, 180_000);

  it('hear nothing more of a leader that stood still for longer than the lease', async () => {
    const { leader, follower } = await roles();
    const documentId = (await witness.ads())[4]!;
    await leader.order({ gate: 'shut', waitAt: ['Ad 5'] });
    await edit(follower, documentId, 'Before the leader stood still.');
    await leader.untilWaiting();
    process.kill(leader.pid, 'SIGSTOP');
    try {
      await edit(follower, documentId, 'While the leader stood still.');
      await witness.untilEqual(TAKEOVER);
      expect((await roles()).leader).toBe(follower);
    } finally {
      process.kill(leader.pid, 'SIGCONT');
    }
    const before = recorder.pushes();
    await leader.order({ gate: 'open' });
    await eventually(async () => expect(await leader.log()).toContain('another instance writes'));

    expect(recorder.pushes()).toEqual(before);
    expect(await witness.differing()).toEqual([]);
  }, 120_000);

  it('leave the lease with a leader that is slow to read, for longer than the lease lasts', async () => {
    const { leader, follower } = await roles();
    const { owner, fence, beat } = await witness.lease();
    await leader.order({ gate: 'shut', waitAt: ['Ad 7'] });
    await edit(follower, (await witness.ads())[6]!, 'Hard to read.');
    await leader.untilWaiting();
    // It beats three times while the lease lasts.
    await eventually(async () => expect((await witness.lease()).beat).toBeGreaterThan(beat + 5));
    await leader.order({ gate: 'open' });

    await witness.untilEqual();
    expect(await witness.lease()).toMatchObject({ owner, fence });
  }, 120_000);

  it('miss nothing that one of them saves while another one enables the collection', async () => {
    const [one, other] = [...alive] as [PlaygroundChild, PlaygroundChild];
    await one.api.finished(await one.api.disable(HOUSING));
    expect(await witness.engine.indexNames()).toEqual([]);

    const creating = keepCreating(other);
    try {
      const run = await one.api.finished(await one.api.enable(HOUSING));
      expect(run).toMatchObject({ status: 'succeeded', error: null });
    } finally {
      await creating.stop();
    }
    await witness.untilEqual();
  }, 120_000);

  it('wrote one at a time all the while, with stamps that never fell', async () => {
    const pushes = recorder.pushes();
    const { results } = await witness.engine.client.tasks.getTasks({ limit: 10_000 });
    expect(pushes.map(({ task }) => task)).toEqual(results.map(({ uid }) => uid).reverse());

    // Who writes again after another one has, without a lease anew, makes more writers than there were leases.
    expect(new Set(writers()).size).toBeGreaterThan(2);
    expect(writers().length).toBeLessThanOrEqual((await witness.lease()).fence);
    const stamps = pushes.flatMap((push) => push.stamps);
    expect(stamps).toEqual([...stamps].sort((one, other) => one - other));
  });
});
