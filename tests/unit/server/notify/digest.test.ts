import { composeMail, composePayload, type Digest } from '../../../../server/src/notify/digest';
import type { NamedDocument, News } from '../../../../server/src/notify/news';
import { toRun } from '../../../../server/src/runs/run-record';
import { OFFER } from '../fixtures/collection';
import { aRun } from '../fixtures/run-record';

const SITE = 'https://strapi.example.org/admin';
const LINK = `${SITE}/plugins/meilisearch/runs/7`;

const AWAY: News = {
  kind: 'engine-unreachable',
  host: 'http://search:7700',
  since: '2026-11-22T03:00:00.000Z',
  error: 'Nothing listens at http://search:7700.',
};
const BACK: News = {
  kind: 'engine-back',
  host: 'http://search:7700',
  since: '2026-11-22T03:00:00.000Z',
  until: '2026-11-22T05:00:00.000Z',
};

const document = (changes: Partial<NamedDocument> = {}): NamedDocument => ({
  documentId: 'k3j',
  locale: 'fr',
  index: 'offers',
  verdict: 'missing',
  result: 'repaired',
  message: null,
  ...changes,
});

type RunNews = Extract<News, { kind: 'run' }>;

function news(run: Parameters<typeof aRun>[0], changes: Partial<RunNews> = {}): RunNews {
  return {
    kind: 'run',
    reason: 'repaired',
    collection: { uid: OFFER, displayName: 'Offer' },
    run: toRun(aRun(run)),
    documents: [],
    total: 0,
    link: LINK,
    ...changes,
  };
}

const digest = (...all: News[]): Digest => ({ at: '2026-11-22T03:02:00.000Z', site: SITE, news: all });
const REPAIR = news({ kind: 'repair', counts: { pushed: 4, purged: 2 } }, { documents: [document()], total: 6 });

describe('the subject of a mail', () => {
  const DRIFT = { missing: 3, stale: 1, orphaned: 2 };

  it.each<[sentence: string, about: News, subject: string]>([
    ['a repair', REPAIR, 'Offer: repair 7 pushed 4 documents and deleted 2'],
    [
      'differences that are left',
      news({ counts: DRIFT }, { reason: 'left' }),
      'Offer: check 7 left 6 differences (3 missing, 1 stale, 2 orphaned) unrepaired',
    ],
    [
      'one difference that is left',
      news({ counts: { stale: 1 } }, { reason: 'left' }),
      'Offer: check 7 left 1 difference (0 missing, 1 stale, 0 orphaned) unrepaired',
    ],
    [
      'failures',
      news({ kind: 'update', counts: { failed: 1 } }, { reason: 'with-failures' }),
      'Offer: update 7 ended, but 1 document failed',
    ],
    [
      'a repair with failures',
      news({ kind: 'repair', counts: { pushed: 1, failed: 2 } }, { reason: 'with-failures' }),
      'Offer: repair 7 pushed 1 document and deleted 0, but 2 documents failed',
    ],
    [
      'differences that are left beside failures',
      news({ counts: { missing: 2, failed: 1 } }, { reason: 'left' }),
      'Offer: check 7 left 2 differences (2 missing, 0 stale, 0 orphaned) unrepaired, and 1 document failed',
    ],
    ['a run that failed', news({ kind: 'update' }, { reason: 'failed' }), 'Offer: update 7 has failed'],
    [
      'a purge that waits',
      news({ kind: 'update' }, { reason: 'awaiting-confirmation' }),
      'Offer: update 7 waits for a confirmation',
    ],
    ['an engine that is away', AWAY, 'Meilisearch at http://search:7700 has been away since 2026-11-22T03:00:00.000Z'],
    ['an engine that is back', BACK, 'Meilisearch at http://search:7700 is back after 2 hours'],
  ])('tells of %s', (_, about, subject) => {
    expect(composeMail(digest(about)).subject).toBe(`[Meilisearch] ${subject}`);
  });

  it('says how much more there is', () => {
    expect(composeMail(digest(BACK, REPAIR, AWAY)).subject).toMatch(/ is back after 2 hours \(and 2 more\)$/);
  });

  it('is one line, whatever a collection is called', () => {
    const { subject } = composeMail(digest({ ...REPAIR, collection: { uid: OFFER, displayName: 'A\r\nBcc: b@c.d' } }));
    expect(subject).toBe('[Meilisearch] A Bcc: b@c.d: repair 7 pushed 4 documents and deleted 2');
  });
});

describe('the text of a mail', () => {
  it('names the first documents, how many more there are, the run, and where it comes from', () => {
    const documents = [
      document(),
      document({ locale: null, verdict: 'orphaned', documentId: null }),
      document({ verdict: null, result: 'failed', index: null, message: 'no words' }),
    ];
    expect(composeMail(digest(AWAY, { ...REPAIR, documents })).text).toBe(
      [
        'Meilisearch at http://search:7700 has been away since 2026-11-22T03:00:00.000Z',
        '  Nothing listens at http://search:7700.',
        '',
        'Offer: repair 7 pushed 4 documents and deleted 2',
        '  k3j (fr) in offers: missing, repaired',
        '  a document of nobody in offers: orphaned, repaired',
        '  k3j (fr): failed, no words',
        '  and 3 more',
        `  ${LINK}`,
        '',
        `Strapi at ${SITE}`,
      ].join('\n'),
    );
  });

  it('says why a run has failed', () => {
    const failed = news({ kind: 'update', error: 'The disk is full.' }, { reason: 'failed' });
    expect(composeMail(digest(failed)).text).toContain('update 7 has failed\n  The disk is full.\n  https://');
  });
});

describe('the page of a mail', () => {
  it('has the same, with links', () => {
    expect(composeMail(digest(REPAIR)).html).toBe(
      '<h3>Offer: repair 7 pushed 4 documents and deleted 2</h3>' +
        '<ul><li>k3j (fr) in offers: missing, repaired</li><li>and 5 more</li></ul>' +
        `<p><a href="${LINK}">${LINK}</a></p><p>Strapi at <a href="${SITE}">${SITE}</a></p>`,
    );
  });

  it('takes nothing for markup', () => {
    const message = `<img src=x onerror="alert('&')">`;
    const { html } = composeMail(digest({ ...REPAIR, documents: [document({ message })] }));
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;');
    expect(html).not.toContain('<img');
  });
});

it('a webhook gets the news as data, and as text', () => {
  expect(composePayload(digest(REPAIR, BACK))).toEqual({
    event: 'meilisearch.digest',
    at: '2026-11-22T03:02:00.000Z',
    site: SITE,
    news: [REPAIR, BACK],
    text: composeMail(digest(REPAIR, BACK)).text,
  });
});
