/** @database-sensitive */

import type { Run } from '../../server/src/contract';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { createGate } from '../support/gate';
import { bootSynced, type Documents, type SyncedPlayground } from '../support/synced-playground';
import { hasManyConnections } from '../support/test-database';
import { reading } from './configs/resume';

const HOUSING = 'api::housing.housing';

let app: SyncedPlayground;
let housings: Documents;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/resume') });
  housings = app.documents(HOUSING);
}, 120_000);

afterAll(() => app.stop());

const create = async (title: string) => (await housings.create({ data: aHousing({ title }) })).documentId;

const expectFound = async (...documentIds: string[]) => {
  const expected = documentIds.map((documentId) => `housing-${documentId}`);
  expect(await app.engine.ids('housings')).toEqual(expect.arrayContaining(expected));
};

/** Saves a document in a transaction, and resolves while that is still open. */
async function openTransaction<T>(
  rest: () => Promise<T>,
): Promise<{ end: () => Promise<{ saved: string; result: T }> }> {
  const gate = createGate();
  gate.shut();
  const transaction = app.strapi.db.transaction(async () => {
    const saved = await create('Castle');
    await gate.pass();
    return { saved, result: await rest() };
  });
  await eventually(() => expect(gate.waiting).toBe(1));
  return {
    async end() {
      gate.open();
      return await transaction;
    },
  };
}

if (hasManyConnections) {
  it('shows what others save while a transaction is open, and what it saved itself once it is over', async () => {
    const transaction = await openTransaction(() => create('Moat'));
    try {
      for (const title of ['Attic', 'Cellar', 'Shed']) {
        const documentId = await create(title);
        await eventually(() => expectFound(documentId));
      }
      await eventually(async () => expect((await app.sync.status()).outbox.pending).toBe(0));
    } finally {
      const { saved, result } = await transaction.end();
      await app.sync.settle();
      await expectFound(saved, result);
    }
  });

  it('answers a transaction that asks for an update with the one that was asked for since it began', async () => {
    await create('Tower');
    await app.sync.settle();
    reading.waitsAt = new Set(['Tower']);
    reading.gate.shut();
    const transaction = await openTransaction(() => app.sync.update(HOUSING));
    let started: Run | undefined;
    try {
      started = await app.sync.update(HOUSING);
      await eventually(() => expect(reading.gate.waiting).toBe(1));
      expect((await transaction.end()).result.id).toBe(started.id);
    } finally {
      reading.gate.open();
      await transaction.end();
    }
    await app.sync.waitForRun(started.id);
  });
}

it('lets no save of many side by side fail, and shows them all', async () => {
  const shared = await housings.create({ data: aHousing({ title: 'Shared' }) });
  await Promise.all(
    Array.from({ length: 60 }, (_, number) =>
      app.strapi.db.transaction(async () => {
        const { documentId } = await housings.create({ data: aHousing({ title: `Many ${number}` }) });
        await housings.update({ documentId, data: { rent: number } });
        if (number % 3 === 0) await housings.delete({ documentId });
        if (number % 10 === 0) await housings.update({ documentId: shared.documentId, data: { rent: number } });
      }),
    ),
  );
  await app.sync.settle();
  const titles = (await app.engine.documents('housings')).map(({ title }) => String(title));
  expect(titles.filter((title) => title.startsWith('Many'))).toHaveLength(40);
});
