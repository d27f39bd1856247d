import type { Channel } from '../../../../server/src/notify/channels';
import type { Digest } from '../../../../server/src/notify/digest';
import type { News } from '../../../../server/src/notify/news';
import { createNotifier } from '../../../../server/src/notify/notifier';
import { toRun } from '../../../../server/src/runs/run-record';
import { OFFER } from '../fixtures/collection';
import { virtualClock } from '../fixtures/clock';
import { aRun } from '../fixtures/run-record';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const BEGIN = Date.UTC(2026, 10, 22, 3);
const SITE = 'https://strapi.example.org/admin';

const repaired = (id: number): News => ({
  kind: 'run',
  reason: 'repaired',
  collection: { uid: OFFER, displayName: 'Offer' },
  run: toRun(aRun({ id, kind: 'repair', counts: { pushed: 1 } })),
  documents: [],
  total: 0,
  link: `${SITE}/plugins/meilisearch/runs/${id}`,
});

const AWAY: News = { kind: 'engine-unreachable', host: 'http://search:7700', since: 'then', error: 'Nothing listens.' };

/** A channel that keeps what it is given. */
function keeping(name = 'by mail') {
  const sent: Digest[] = [];
  const channel: Channel = { name, send: async (digest) => void sent.push(digest) };
  return { channel, sent };
}

function begin(channels: Channel[], { perHour = 6, isRoundOn = async () => false } = {}) {
  const clock = virtualClock();
  const log: string[] = [];
  const note = (message: string) => void log.push(message);
  const notifier = createNotifier({
    channels,
    perHour,
    site: SITE,
    isRoundOn,
    clock,
    now: () => BEGIN + clock.monotonic(),
    log: { error: note, warn: note },
  });
  notifier.start();
  return {
    ...{ notifier, log },
    /** Lets time pass, second by second, and everybody act on it. */
    pass: async (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += SECOND) {
        await settled();
        clock.advance(SECOND);
      }
      await settled();
    },
  };
}

/** Everything that waits for nothing has been done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const runsIn = (digests: readonly Digest[]) =>
  digests.map(({ news }) => news.map((told) => (told.kind === 'run' ? told.run.id : told.kind)));

describe('what happens', () => {
  it('within a minute is told together', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel]);
    notifier.tell(repaired(1));
    await pass(30 * SECOND);
    notifier.tell(AWAY);
    await pass(29 * SECOND);
    notifier.tell(repaired(2));
    expect(sent).toEqual([]);
    await pass(SECOND);
    expect(runsIn(sent)).toEqual([[1, 'engine-unreachable', 2]]);
    expect(sent[0]).toMatchObject({ at: new Date(BEGIN + MINUTE).toISOString(), site: SITE });
  });

  it('later is told later', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel]);
    notifier.tell(repaired(1));
    await pass(MINUTE);
    notifier.tell(repaired(2));
    await pass(MINUTE);
    expect(runsIn(sent)).toEqual([[1], [2]]);
  });

  it('while a round of checks is on is told when that is over', async () => {
    const { channel, sent } = keeping();
    let isOn = true;
    const { notifier, pass } = begin([channel], { isRoundOn: async () => isOn });
    notifier.tell(repaired(1));
    await pass(4 * MINUTE);
    notifier.tell(repaired(2));
    await pass(MINUTE);
    expect(sent).toEqual([]);
    isOn = false;
    await pass(5 * SECOND);
    expect(runsIn(sent)).toEqual([[1, 2]]);
  });

  it('is told after ten minutes, though the round goes on', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel], { isRoundOn: async () => true });
    notifier.tell(repaired(1));
    await pass(10 * MINUTE);
    expect(runsIn(sent)).toEqual([[1]]);
  });

  it('to an engine waits for no round, which may wait for the engine', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel], { isRoundOn: async () => true });
    notifier.tell(repaired(1));
    notifier.tell(AWAY);
    await pass(MINUTE);
    expect(runsIn(sent)).toEqual([[1, 'engine-unreachable']]);
  });

  it('beyond so many mails in an hour is told together in the next one, and nothing is dropped', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel], { perHour: 2 });
    for (let id = 1; id <= 30; id += 1) {
      notifier.tell(repaired(id));
      await pass(2 * MINUTE);
    }
    await pass(2 * MINUTE);
    const told = runsIn(sent);
    expect(told.map((runs) => runs.length)).toEqual([1, 1, 28]);
    expect(told.flat()).toEqual(Array.from({ length: 30 }, (_, position) => position + 1));
  });

  it('is found out about in the background, and told if it is worth it', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel]);
    notifier.tell(async () => repaired(1));
    notifier.tell(async () => null);
    await pass(2 * MINUTE);
    expect(runsIn(sent)).toEqual([[1]]);
  });

  it('is told although something else could not be found out about, which is logged', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass, log } = begin([channel]);
    notifier.tell(() => Promise.reject(new Error('the database is away')));
    notifier.tell(repaired(1));
    await pass(MINUTE);
    expect(runsIn(sent)).toEqual([[1]]);
    expect(log).toEqual(['meilisearch: what happened could not be read: the database is away']);
  });

  it('is told although the ledger cannot be read', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass } = begin([channel], { isRoundOn: () => Promise.reject(new Error('no such table')) });
    notifier.tell(repaired(1));
    await pass(MINUTE);
    expect(runsIn(sent)).toEqual([[1]]);
  });

  it('is looked into even if there is nobody to tell', async () => {
    const { notifier, pass } = begin([]);
    let looked = false;
    notifier.tell(async () => ((looked = true), repaired(1)));
    await pass(SECOND);
    expect(looked).toBe(true);
  });
});

describe('a channel', () => {
  it('that fails is logged with the cause, and harms neither the others nor what comes later', async () => {
    const { channel, sent } = keeping('by post');
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:25');
    const failing: Channel = { name: 'by mail', send: () => Promise.reject(new TypeError('fetch failed', { cause })) };
    const { notifier, pass, log } = begin([failing, channel]);
    for (const id of [1, 2]) {
      notifier.tell(repaired(id));
      await pass(2 * MINUTE);
    }
    expect(runsIn(sent)).toEqual([[1], [2]]);
    const complaint =
      'meilisearch: a notice could not be sent by mail: fetch failed (connect ECONNREFUSED 127.0.0.1:25)';
    expect(log).toEqual([complaint, complaint]);
  });

  it('that never ends is given up', async () => {
    const { channel, sent } = keeping();
    const hanging: Channel = { name: 'by pigeon', send: () => new Promise(() => undefined) };
    const { notifier, pass, log } = begin([hanging, channel]);
    notifier.tell(repaired(1));
    await pass(2 * MINUTE);
    expect(log).toEqual(['meilisearch: a notice could not be sent by pigeon: no end after 10000 ms']);
    notifier.tell(repaired(2));
    await pass(MINUTE);
    expect(runsIn(sent)).toEqual([[1], [2]]);
  });
});

describe('a stop', () => {
  it('tells at once what still waits', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass, log } = begin([channel], { isRoundOn: async () => true });
    notifier.tell(repaired(1));
    await pass(SECOND);
    notifier.tell(async () => repaired(2));
    await notifier.stop();
    expect(runsIn(sent)).toEqual([[1, 2]]);
    expect(log).toEqual([]);
  });

  it('logs what waits where there were too many mails', async () => {
    const { channel, sent } = keeping();
    const { notifier, pass, log } = begin([channel], { perHour: 1 });
    notifier.tell(repaired(1));
    await pass(MINUTE);
    notifier.tell(repaired(2));
    await notifier.stop();
    expect(runsIn(sent)).toEqual([[1]]);
    expect(log).toEqual([expect.stringContaining('/plugins/meilisearch/runs/2')]);
  });

  it('ends at once where nothing waits', async () => {
    const { channel, sent } = keeping();
    const { notifier } = begin([channel]);
    await notifier.stop();
    expect(sent).toEqual([]);
  });
});
