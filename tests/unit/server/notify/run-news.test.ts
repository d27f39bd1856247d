import type { Failure, RunItem } from '../../../../server/src/contract';
import type { Events } from '../../../../server/src/notify/events';
import { createRunNews } from '../../../../server/src/notify/run-news';
import { type RunRecord, toRun } from '../../../../server/src/runs/run-record';
import { OFFER } from '../fixtures/collection';
import { aRun } from '../fixtures/run-record';

const SITE = 'https://strapi.example.org/admin';

const ITEM: RunItem = {
  id: 'offer-k3j',
  index: 'offers',
  documentId: 'k3j',
  locale: 'fr',
  verdict: 'missing',
  action: 'pushed',
  result: 'repaired',
};

const FAILURE: Failure = {
  id: 1,
  uid: OFFER,
  documentId: 'm4k',
  locale: null,
  index: 'offers',
  stage: 'push',
  message: 'The id is too long.',
  hint: null,
  attempts: 1,
  firstAt: 'then',
  lastAt: 'then',
  nextAttemptAt: null,
};

function begin(record: RunRecord | null, { items = [] as RunItem[], failures = [] as Failure[] } = {}) {
  const announced: [keyof Events, unknown][] = [];
  const newsOf = createRunNews({
    find: async () => record,
    items: { list: async ({ pageSize }) => ({ items: items.slice(0, pageSize), total: items.length }) },
    failures: { list: async ({ pageSize }) => ({ failures: failures.slice(0, pageSize), total: failures.length }) },
    displayNameOf: () => 'Offer',
    site: SITE,
    announce: (name, payload) => announced.push([name, payload]),
  });
  return { news: () => newsOf(7), announced };
}

const names = (announced: readonly [string, unknown][]) => announced.map(([name]) => name);

describe('a run that has ended', () => {
  it('is announced, whatever it is worth', async () => {
    const record = aRun({ kind: 'update', counts: { pushed: 3 } });
    const { news, announced } = begin(record);
    expect(await news()).toBeNull();
    expect(announced).toEqual([['meilisearch.run.finished', { run: toRun(record) }]]);
  });

  it('is announced as drift where it is a check that found some, though a repair follows', async () => {
    const record = aRun({ counts: { missing: 1 } });
    const { news, announced } = begin(record, { items: [ITEM] });
    expect(await news()).toBeNull();
    expect(announced.at(-1)).toEqual(['meilisearch.drift.found', { run: toRun(record), items: [ITEM] }]);
  });

  it('is no drift where it is a repair that could not mend all', async () => {
    const { news, announced } = begin(aRun({ kind: 'repair', counts: { missing: 1 } }));
    await news();
    expect(names(announced)).toEqual(['meilisearch.run.finished']);
  });

  it('is told with the first ten of its documents, how many there are, and a link', async () => {
    const record = aRun({ kind: 'repair', counts: { pushed: 12 } });
    const { news } = begin(record, { items: Array.from({ length: 12 }, () => ITEM) });
    expect(await news()).toEqual({
      kind: 'run',
      reason: 'repaired',
      collection: { uid: OFFER, displayName: 'Offer' },
      run: toRun(record),
      documents: Array(10).fill({
        documentId: 'k3j',
        locale: 'fr',
        index: 'offers',
        verdict: 'missing',
        result: 'repaired',
        message: null,
      }),
      total: 12,
      link: `${SITE}/plugins/meilisearch/runs/7`,
    });
  });

  it('is told with what fails in its collection where it lists nothing', async () => {
    const record = aRun({ kind: 'update', status: 'succeeded-with-failures', counts: { failed: 1 } });
    const { news } = begin(record, { failures: [FAILURE] });
    expect(await news()).toMatchObject({
      documents: [{ documentId: 'm4k', verdict: null, result: 'failed', message: 'The id is too long.' }],
      total: 1,
    });
  });

  it('is told without documents where none failed in it, whatever fails beside it', async () => {
    const { news } = begin(aRun({ kind: 'update', status: 'failed', error: 'no' }), { failures: [FAILURE] });
    expect(await news()).toMatchObject({ reason: 'failed', documents: [], total: 0 });
  });
});

it('a run that waits for a person is told, and not announced as finished', async () => {
  const { news, announced } = begin(aRun({ kind: 'update', status: 'awaiting-confirmation' }));
  expect(await news()).toMatchObject({ reason: 'awaiting-confirmation' });
  expect(announced).toEqual([]);
});

it('a run that is forgotten already is nothing to tell', async () => {
  const { news, announced } = begin(null);
  expect(await news()).toBeNull();
  expect(announced).toEqual([]);
});
