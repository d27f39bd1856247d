import type { Run, RunItem } from '../../server/src/contract';
import type { Digest, Mail } from '../../server/src/notify/digest';
import type { News } from '../../server/src/notify/news';
import { cleanUp, type CleanUps } from '../support/clean-ups';
import { eventually } from '../support/eventually';
import { type KeptEngine, startKeptEngine } from '../support/kept-engine';
import { deleteRows, insertRows } from '../support/rows';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';

const CITY = 'api::city.city';
const HOUSING = 'api::housing.housing';
const ADDRESSES = ['ops@example.org', 'search@example.org'];

type SentMail = Mail & { to: string };
type RunNews = Extract<News, { kind: 'run' }>;

const cleanUps: CleanUps = [];
let meilisearch: KeptEngine;
let webhook: WebhookReceiver;
let app: SyncedPlayground;

/** What the mail provider was given; while it is broken, it fails. */
const mails: SentMail[] = [];
let isMailBroken = false;

/** What was announced on the event hub. */
const announced: { name: string; payload: unknown }[] = [];

beforeAll(async () => {
  webhook = await startWebhookReceiver();
  cleanUps.push(webhook.stop);
  meilisearch = await startKeptEngine();
  cleanUps.push(meilisearch.remove);
  const config = require.resolve('./configs/notify');
  app = await bootSynced({ config, meilisearch, env: { TEST_WEBHOOK: webhook.url } });
  cleanUps.push(app.stop);
  // As Strapi's email plugin keeps what the provider's package has made.
  Object.assign(app.strapi.plugin('email'), {
    provider: {
      async send(mail: SentMail) {
        if (isMailBroken) throw new Error('the mail server is away');
        mails.push(mail);
      },
    },
  });
  app.strapi.eventHub.subscribe(async (name: string, payload: unknown) => {
    if (name.startsWith('meilisearch.')) announced.push({ name, payload });
  });
}, 120_000);

afterAll(() => cleanUp(cleanUps));

/** All that the webhook was told so far. */
const news = (): News[] => (webhook.received as Digest[]).flatMap((digest) => digest.news);

/** What was told of a run, once that has happened. */
const toldOf = (runId: number): Promise<RunNews> =>
  eventually(() => {
    const about = news().find((told) => told.kind === 'run' && told.run.id === runId);
    expect(about).toBeDefined();
    return about as RunNews;
  });

const mailsOn = (words: string) => mails.filter(({ text }) => text.includes(words));

const payloads = <Payload>(name: string): Payload[] =>
  announced.filter((event) => event.name === name).map(({ payload }) => payload as Payload);

/** A check that has ended, and the repair that followed. */
async function checkAndRepair(uid: string): Promise<{ check: Run; repair: Run }> {
  const check = await app.sync.waitForRun((await app.sync.check(uid, { repair: true })).id);
  const repair = await eventually(() => {
    const [run] = payloads<{ run: Run }>('meilisearch.run.finished').filter(
      ({ run: { checkId } }) => checkId === check.id,
    );
    expect(run).toBeDefined();
    return run!.run;
  });
  return { check, repair };
}

describe('a repair', () => {
  let documentId: string;
  let check: Run;
  let repair: Run;
  let told: RunNews;

  beforeAll(async () => {
    // Nobody wants to hear of these two.
    await app.sync.waitForRun((await app.sync.update(CITY)).id);
    await app.sync.waitForRun((await app.sync.check(CITY)).id);
    [documentId] = (await insertRows(app.strapi, CITY, [{ name: 'Arles' }])) as [string];
    ({ check, repair } = await checkAndRepair(CITY));
    told = await toldOf(repair.id);
  });

  it('is told with its counts, the documents and a link', () => {
    const link = `${app.strapi.config.get<string>('admin.absoluteUrl')}/plugins/meilisearch/runs/${repair.id}`;
    expect(told).toMatchObject({
      reason: 'repaired',
      collection: { uid: CITY, displayName: 'City' },
      run: { id: repair.id, kind: 'repair', status: 'succeeded', counts: { pushed: 1 } },
      documents: [{ documentId, index: 'cities', verdict: 'missing', result: 'repaired' }],
      total: 1,
      link,
    });
  });

  it('is told to each address by mail, as text and as a page', async () => {
    const sent = await eventually(() => {
      const found = mailsOn(told.link);
      expect(found.map(({ to }) => to).sort()).toEqual(ADDRESSES);
      return found;
    });
    for (const { subject, text, html } of sent) {
      expect(subject).toBe(`[Meilisearch] City: repair ${repair.id} pushed 1 document and deleted 0`);
      expect(text).toContain(documentId);
      expect(html).toContain(`<a href="${told.link}">`);
    }
  });

  it('is told by itself: neither the check before it, nor an update that got through, nor a check without a difference', () => {
    expect(news()).toEqual([told]);
  });

  it('was announced with the check that found the difference on the event hub', () => {
    const drift = payloads<{ run: Run; items: RunItem[] }>('meilisearch.drift.found');
    expect(drift).toMatchObject([{ run: { id: check.id }, items: [{ documentId, verdict: 'missing' }] }]);
    const finished = payloads<{ run: Run }>('meilisearch.run.finished').map(({ run }) => [run.kind, run.status]);
    expect(finished).toEqual([
      ['update', 'succeeded'],
      ['check', 'succeeded'],
      ['check', 'succeeded'],
      ['repair', 'succeeded'],
    ]);
  });
});

it('lets webhooks of Strapi carry its events', () => {
  const { allowedEvents } = app.strapi.get<{ allowedEvents: Map<string, string> }>('webhookStore');
  expect([...allowedEvents.values()]).toEqual(
    expect.arrayContaining(['meilisearch.run.finished', 'meilisearch.drift.found', 'meilisearch.engine.unreachable']),
  );
});

it('tells of differences that are left to a person', async () => {
  const documentIds = await insertRows(app.strapi, CITY, [{ name: 'Brest' }, { name: 'Caen' }]);
  const check = await app.sync.waitForRun((await app.sync.check(CITY)).id);
  const told = await toldOf(check.id);
  expect(told).toMatchObject({ reason: 'left', run: { counts: { missing: 2 } }, total: 2 });
  expect(told.documents.map(({ documentId }) => documentId).sort()).toEqual([...documentIds].sort());
  await deleteRows(app.strapi, CITY, documentIds);
});

it('harms nothing where a mail cannot be sent: it is logged, and the webhook is told all the same', async () => {
  const errors: string[] = [];
  const log = jest.spyOn(app.strapi.log, 'error').mockImplementation((message: unknown) => {
    errors.push(message as string);
    return app.strapi.log;
  });
  isMailBroken = true;
  try {
    const [documentId] = await insertRows(app.strapi, CITY, [{ name: 'Dijon' }]);
    const { repair } = await checkAndRepair(CITY);
    expect((await toldOf(repair.id)).documents).toMatchObject([{ documentId }]);
    const complaint = (address: string) =>
      `meilisearch: a notice could not be sent by mail to ${address}: the mail server is away`;
    await eventually(() => expect(errors.sort()).toEqual(ADDRESSES.map(complaint)));
  } finally {
    isMailBroken = false;
    log.mockRestore();
  }
  expect(await app.sync.waitForRun((await app.sync.update(CITY)).id)).toMatchObject({ status: 'succeeded' });
});

describe('an engine', () => {
  const away = () => news().filter(({ kind }) => kind !== 'run');

  it('that is away for too long is told, though nobody saves anything', async () => {
    await meilisearch.stop();
    const [told] = await eventually(() => {
      expect(away()).toHaveLength(1);
      return away();
    });
    expect(told).toMatchObject({ kind: 'engine-unreachable', host: meilisearch.host });
    const { kind, ...payload } = told!;
    expect(kind).toBe('engine-unreachable');
    expect(payloads('meilisearch.engine.unreachable')).toEqual([payload]);
    await eventually(() => expect(mailsOn(`${meilisearch.host} has been away`)).toHaveLength(ADDRESSES.length));
  });

  it('that is back is told, once', async () => {
    await meilisearch.start();
    const [gone, back] = await eventually(() => {
      expect(away()).toHaveLength(2);
      return away();
    });
    expect(back).toMatchObject({
      kind: 'engine-back',
      host: meilisearch.host,
      since: (gone as { since: string }).since,
    });
    await eventually(() => expect(mailsOn(`${meilisearch.host} is back`)).toHaveLength(ADDRESSES.length));
  });
});

it('stops in good time, and tells before that what has just happened', async () => {
  await insertRows(app.strapi, HOUSING, [{ title: 'Attic' }]);
  const check = await app.sync.waitForRun((await app.sync.check(HOUSING)).id);
  const begun = performance.now();
  await app.stop();
  cleanUps.pop();
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect((await toldOf(check.id)).reason).toBe('left');
});
