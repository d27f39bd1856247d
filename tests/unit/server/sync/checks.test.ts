import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { createLedger, type Ledger } from '../../../../server/src/runs/ledger';
import { BY_API } from '../../../../server/src/runs/triggers';
import { type CheckOptions, createChecks } from '../../../../server/src/sync/checks';
import { Conflict } from '../../../../server/src/sync/errors';
import { createInMemoryEngine } from '../../../support/in-memory-engine';
import { OFFER, offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';

const NOW = 1_000_000;

/** @param afterQueueing - what happens between the moment a check is queued, or found, and the next */
function begin(afterQueueing: (ledger: Ledger) => Promise<void> = async () => undefined) {
  const { strapi } = createInMemoryDatabase();
  const ledger = createLedger(strapi, createCollectionRecords(strapi));
  const checks = createChecks({
    ledger: {
      ...ledger,
      async queue(...args) {
        const run = await ledger.queue(...args);
        await afterQueueing(ledger);
        return run;
      },
    },
    items: { count: async () => 0 },
    engineOf: async () => createInMemoryEngine(),
    windowStart: () => NOW,
    wake: () => undefined,
    collectionOf: () => offers(),
    find: async (id) => (await ledger.find(id))!,
  });
  const optionsOf = async ({ id }: { id: number }) => (await ledger.find(id))!.options;
  return { ledger, checks, optionsOf };
}

describe('a check that is asked for while another one waits', () => {
  it.each<[sentence: string, first: CheckOptions, second: CheckOptions, together: CheckOptions]>([
    ['looks more closely', { depth: 'quick' }, { depth: 'full' }, { depth: 'full' }],
    ['looks as closely as the first', { depth: 'deep' }, { depth: 'full' }, { depth: 'deep' }],
    ['looks further back', { depth: 'quick', since: 7 }, { depth: 'quick', since: 3 }, { depth: 'quick', since: 3 }],
    ['looks as far back as the first', { depth: 'quick', since: 3 }, { depth: 'quick' }, { depth: 'quick', since: 3 }],
    ['repairs', {}, { repair: true }, { depth: 'full', repair: true }],
    ['repairs as the first', { repair: true }, { depth: 'deep' }, { depth: 'deep', repair: true }],
  ])('%s', async (_, first, second, together) => {
    const { checks, optionsOf } = begin();
    const { id } = await checks.check(OFFER, first);
    const joined = await checks.check(OFFER, second);
    expect(joined.id).toBe(id);
    expect(await optionsOf(joined)).toEqual({ repair: false, ...together });
  });
});

describe('a check that is asked for while another one is on', () => {
  const whileOn = async (first: CheckOptions, second: CheckOptions) => {
    const { ledger, checks, optionsOf } = begin();
    const run = await checks.check(OFFER, first);
    await ledger.move(run, 'queued', 'running');
    return optionsOf(await checks.check(OFFER, second));
  };

  it.each<[CheckOptions, CheckOptions]>([
    [{ depth: 'quick' }, { depth: 'full' }],
    [
      { depth: 'quick', since: 7 },
      { depth: 'quick', since: 3 },
    ],
  ])('is refused where that looks at less (%j, %j)', async (first, second) => {
    await expect(whileOn(first, second)).rejects.toThrow(Conflict);
  });

  it('has it repair', async () => {
    expect(await whileOn({ depth: 'full' }, { depth: 'quick', repair: true })).toEqual({ depth: 'full', repair: true });
  });
});

it('is another one where the first ends before it can be asked for more', async () => {
  const { ledger, checks, optionsOf } = begin(async ({ active, move }) => {
    const running = (await active()).find(({ status }) => status === 'running');
    if (running) await move(running, 'running', 'succeeded');
  });
  const first = await ledger.queue('check', OFFER, BY_API, { depth: 'full' });
  await ledger.move(first, 'queued', 'running');
  const second = await checks.check(OFFER, { repair: true });
  expect(second).toMatchObject({ status: 'queued' });
  expect(second.id).not.toBe(first.id);
  expect(await optionsOf(second)).toEqual({ depth: 'full', repair: true });
});
