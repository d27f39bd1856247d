import { planSettings } from '../../server/src/engine/plan-settings';
import {
  EngineError,
  type EnqueuedTask,
  type Line,
  type SearchEngine,
  type Task,
} from '../../server/src/engine/search-engine';

/** A running engine, as the suite needs it. */
export interface EngineUnderTest {
  engine: SearchEngine;
  /** Resolves to the final states of these tasks, in their order. */
  settle(tasks: readonly EnqueuedTask[]): Promise<Task[]>;
  stop(): Promise<void>;
}

const OFFER = 'api::offer.offer';
const HOUSING = 'api::housing.housing';
const OWN_FILTERS = { filterableAttributes: ['_strapi.uid', '_strapi.syncedAt'] };

/** What every adapter of {@link SearchEngine} does. */
export function describeSearchEngine(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`SearchEngine: ${name}`, () => {
    let subject: EngineUnderTest;
    let engine: SearchEngine;
    let index: string;
    let tests = 0;

    beforeAll(async () => {
      subject = await start();
      engine = subject.engine;
    });

    beforeEach(() => {
      index = `contract_${(tests += 1)}`;
    });

    afterAll(() => subject.stop());

    const line = (id: string, rest: object = {}) => JSON.stringify({ _meilisearch_id: id, ...rest });
    const stamped = (id: string, uid: string, syncedAt: number, rest: object = {}) =>
      line(id, { _strapi: { uid, syncedAt, version: 'v' }, ...rest });

    const settle = (...tasks: EnqueuedTask[]) => subject.settle(tasks);
    const outcome = async (task: Promise<EnqueuedTask>) => (await settle(await task))[0]!;

    /** Carries out a task that must succeed. */
    async function done(task: Promise<EnqueuedTask>): Promise<Extract<Task, { status: 'succeeded' }>> {
      const state = await outcome(task);
      expect(state).toMatchObject({ status: 'succeeded' });
      return state as Extract<Task, { status: 'succeeded' }>;
    }

    /**
     * Carries out tasks on an empty index as one batch of the engine: what comes in while it is at work elsewhere. Where that work
     * was over too soon, all of it is done again beside more work.
     */
    async function settledTogether(enqueue: () => Promise<EnqueuedTask[]>, work = 5000): Promise<Task[]> {
      await done(engine.deleteDocuments(index, await ids()));
      const elsewhere = await engine.addDocuments(
        `${index}_elsewhere`,
        Array.from({ length: work }, (_, number) => line(`d${number}`, { title: `words of number ${number}` })),
      );
      const tasks = await enqueue();
      const [meanwhile] = await engine.tasks([elsewhere.uid]);
      const [, ...states] = await settle(elsewhere, ...tasks);
      return meanwhile!.status === 'succeeded' ? settledTogether(enqueue, 2 * work) : states;
    }

    async function ids(query: Parameters<SearchEngine['documents']>[1] = {}): Promise<string[]> {
      const page = await engine.documents(index, { limit: 1000, ...query });
      return page.documents.map(({ _meilisearch_id }) => _meilisearch_id).sort();
    }

    const refusal = (code: string) => ({ status: 'failed', blames: 'data', refusal: { code } });

    it('tells its version', async () => {
      await expect(engine.version()).resolves.toMatch(/^\d+\.\d+\.\d+/);
    });

    describe('the clock', () => {
      it('stands between what was enqueued before and after', async () => {
        const before = await engine.addDocuments(index, [line('a')]);
        const now = await engine.now(index);
        const after = await engine.addDocuments(index, [line('b')]);
        expect(before.enqueuedAt).toBeLessThanOrEqual(now);
        expect(now).toBeLessThanOrEqual(after.enqueuedAt);
        expect(Number.isInteger(now)).toBe(true);
        await settle(before, after);
      });

      it('can be read for an index that does not exist, and makes none', async () => {
        const now = await engine.now(index);
        expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
        await settle(await engine.deleteDocuments(index, []));
        await expect(engine.countDocuments(index)).resolves.toBeNull();
      });

      it('takes no document away', async () => {
        await done(engine.addDocuments(index, [line('a'), line('b')]));
        await engine.now(index);
        await done(engine.deleteDocuments(index, []));
        await expect(engine.countDocuments(index)).resolves.toBe(2);
      });
    });

    describe('an index', () => {
      it('that does not exist counts as unknown, has no settings, and reads as empty', async () => {
        await expect(engine.countDocuments(index)).resolves.toBeNull();
        await expect(engine.countDocuments(index, { uid: OFFER })).resolves.toBeNull();
        await expect(engine.settings(index)).resolves.toBeNull();
        await expect(engine.documents(index, {})).resolves.toEqual({ documents: [], total: 0 });
        await expect(engine.documents(index, { ids: ['a'] })).resolves.toEqual({ documents: [], total: 0 });
      });

      it('tells the top-level fields that its documents have, and none where it does not exist', async () => {
        await expect(engine.storedFields(index)).resolves.toEqual([]);
        await done(engine.addDocuments(index, [line('a', { author: { name: 'x' } }), line('b', { title: 'y' })]));
        expect(await engine.storedFields(index)).toEqual(
          expect.arrayContaining(['_meilisearch_id', 'author', 'title']),
        );
        expect(await engine.storedFields(index)).not.toContain('author.name');
      });

      it('is empty when it was created', async () => {
        await done(engine.createIndex(index));
        await expect(engine.countDocuments(index)).resolves.toBe(0);
        expect((await engine.indexSizes()).documents.get(index)).toBe(0);
      });

      it('is as large as it has documents, and has no size where it does not exist', async () => {
        expect((await engine.indexSizes()).documents.get(index)).toBeUndefined();
        await done(engine.addDocuments(index, [line('a'), line('b')]));
        expect((await engine.indexSizes()).documents.get(index)).toBe(2);
        await done(engine.deleteDocuments(index, ['a']));
        expect((await engine.indexSizes()).documents.get(index)).toBe(1);
      });

      it('is known to have changed when its documents have, and not to have otherwise', async () => {
        await done(engine.addDocuments(index, [line('a', { n: 1 }), line('b')]));
        const changes: string[] = [(await engine.indexSizes()).changed];
        for (const change of [
          () => engine.addDocuments(index, [line('a', { n: 2 })]),
          () => engine.deleteDocuments(index, ['a']),
          () => engine.addDocuments(index, [line('c')]),
        ]) {
          await done(change());
          changes.push((await engine.indexSizes()).changed);
        }
        expect(new Set(changes).size).toBe(4);

        await ids();
        expect((await engine.indexSizes()).changed).toBe(changes.at(-1));
      });

      it('cannot be created twice', async () => {
        await done(engine.createIndex(index));
        expect(await outcome(engine.createIndex(index))).toMatchObject(refusal('index_already_exists'));
      });

      it('is deleted with its documents and settings', async () => {
        await done(engine.addDocuments(index, [line('a'), line('b')]));
        expect(await done(engine.deleteIndex(index))).toMatchObject({ received: null, deleted: 2 });
        await expect(engine.settings(index)).resolves.toBeNull();
        await expect(engine.countDocuments(index)).resolves.toBeNull();
      });

      it('that does not exist cannot be deleted', async () => {
        expect(await outcome(engine.deleteIndex(index))).toMatchObject(refusal('index_not_found'));
      });

      it('with a bad name is rejected at once', async () => {
        const rejection = { name: 'EngineError', fault: 'rejected', code: 'invalid_index_uid' };
        await expect(engine.addDocuments('a b', [line('a')])).rejects.toMatchObject(rejection);
        await expect(engine.createIndex('a.b')).rejects.toMatchObject(rejection);
        await expect(engine.documents('a b', {})).rejects.toMatchObject(rejection);
      });
    });

    describe('settings', () => {
      it('are patched: what the patch does not name stays', async () => {
        await done(engine.updateSettings(index, { sortableAttributes: ['price'], stopWords: ['le'] }));
        await done(engine.updateSettings(index, { stopWords: ['la'], pagination: { maxTotalHits: 50 } }));
        await expect(engine.settings(index)).resolves.toMatchObject({
          sortableAttributes: ['price'],
          stopWords: ['la'],
          pagination: { maxTotalHits: 50 },
          searchableAttributes: ['*'],
        });
      });

      it('that make places matter fail where a document has a bad one', async () => {
        await done(engine.addDocuments(index, [line('a', { _geo: { lat: 'north', lng: 2.35 } })]));
        const task = engine.updateSettings(index, { filterableAttributes: ['_geo'], stopWords: ['le'] });
        expect(await outcome(task)).toMatchObject(refusal('invalid_document_geo_field'));
        await expect(engine.settings(index)).resolves.toMatchObject({ filterableAttributes: [], stopWords: [] });
      });

      it('of an unknown name are rejected at once', async () => {
        await expect(engine.updateSettings(index, { colour: 'red' })).rejects.toMatchObject({ fault: 'rejected' });
      });

      it('as planned leave nothing to plan', async () => {
        const situation = {
          declared: [
            { filterableAttributes: ['city'], sortableAttributes: ['rent', 'city'] },
            { stopWords: ['le', 'la'] },
          ],
          fields: ['_meilisearch_id', 'title', 'city', 'rent', '_strapi'],
        };
        await done(engine.updateSettings(index, planSettings({ current: await engine.settings(index), ...situation })));
        const current = await engine.settings(index);
        expect(planSettings({ current, ...situation })).toEqual({});
        expect(current).toMatchObject({
          searchableAttributes: ['title', 'city', 'rent'],
          rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
        });
      });
    });

    describe('adding documents', () => {
      it('makes the index, and counts what it received', async () => {
        expect(await done(engine.addDocuments(index, [line('a'), line('b')]))).toMatchObject({
          received: 2,
          deleted: null,
          duration: expect.any(Number),
        });
        expect(await ids()).toEqual(['a', 'b']);
      });

      it('replaces a document as a whole', async () => {
        await done(engine.addDocuments(index, [line('a', { title: 'old', draft: true })]));
        await done(engine.addDocuments(index, [line('a', { title: 'new' })]));
        const { documents } = await engine.documents(index, {});
        expect(documents).toEqual([{ _meilisearch_id: 'a', title: 'new' }]);
      });

      it('counts each document it received, and keeps the last of the same id', async () => {
        const task = engine.addDocuments(index, [line('a', { n: 1 }), line('b'), line('a', { n: 2 })]);
        expect(await done(task)).toMatchObject({ received: 3 });
        const page = await engine.documents(index, { ids: ['a'] });
        expect(page).toEqual({ documents: [{ _meilisearch_id: 'a', n: 2 }], total: 1 });
      });

      it('takes lines that are made as they are sent, in text or in bytes, however many', async () => {
        const text = '漢字 🎓 '.repeat(20);
        const lines: Iterable<Line> = {
          *[Symbol.iterator]() {
            for (let n = 1; n <= 1000; n += 1) {
              const made = line(`n-${n}`, { text });
              yield n % 2 === 0 ? made : Buffer.from(made);
            }
          },
        };
        expect(await done(engine.addDocuments(index, lines))).toMatchObject({ received: 1000 });
        expect((await engine.documents(index, { ids: ['n-999'] })).documents).toEqual([
          { _meilisearch_id: 'n-999', text },
        ]);
      });

      it('carries text of any kind', async () => {
        const title = 'Été à Nîmes – 10 € \u2028 "cité" \\ 漢字 🎓';
        await done(engine.addDocuments(index, [line('a', { title })]));
        expect((await engine.documents(index, {})).documents).toEqual([{ _meilisearch_id: 'a', title }]);
      });

      it.each([
        ['a dot', 'a.b', 'invalid_document_id'],
        ['a space', 'a b', 'invalid_document_id'],
        ['nothing', '', 'invalid_document_id'],
        ['512 characters', 'x'.repeat(512), 'invalid_document_id'],
        ['null', null, 'invalid_document_id'],
        ['no id', undefined, 'missing_document_id'],
      ])('takes none of a task where an id is %s, and harms no other task', async (_, badId, code) => {
        const bad = JSON.stringify({ _meilisearch_id: badId, title: 'bad' });
        const tasks = [
          await engine.addDocuments(index, [line('before')]),
          await engine.addDocuments(index, [line('beside'), bad]),
          await engine.addDocuments(index, [line('after')]),
        ];
        const states = await settle(...tasks);
        expect(states.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'succeeded']);
        expect(states[1]).toMatchObject(refusal(code));
        expect(await ids()).toEqual(['after', 'before']);
      });

      it('fails with every task of its batch where one document has a bad place', async () => {
        await done(engine.updateSettings(index, { filterableAttributes: ['_geo'] }));
        const states = await settledTogether(async () => [
          await engine.addDocuments(index, [line('good', { _geo: { lat: 48.85, lng: 2.35 } })]),
          await engine.addDocuments(index, [line('bad', { _geo: { lat: 'north', lng: 2.35 } })]),
          await engine.deleteDocuments(index, ['other']),
        ]);
        expect(states).toHaveLength(3);
        for (const state of states) expect(state).toMatchObject(refusal('invalid_document_geo_field'));
        expect(await ids()).toEqual([]);

        await done(
          engine.addDocuments(index, [
            line('good', { _geo: { lat: '48.85', lng: 2.35 } }),
            line('nowhere', { _geo: null }),
          ]),
        );
        expect(await ids()).toEqual(['good', 'nowhere']);
      });

      it('of none is rejected at once', async () => {
        await expect(engine.addDocuments(index, [])).rejects.toMatchObject({
          fault: 'rejected',
          code: 'missing_payload',
        });
      });
    });

    describe('deleting documents', () => {
      it('goes by exact ids, passes over absent ones, and counts', async () => {
        await done(
          engine.addDocuments(
            index,
            ['a', 'A', 'b', '77'].map((id) => line(id)),
          ),
        );
        expect(await done(engine.deleteDocuments(index, ['a', '77', 'absent']))).toMatchObject({
          received: null,
          deleted: 2,
        });
        expect(await ids()).toEqual(['A', 'b']);
      });

      it('fails where there is no index', async () => {
        expect(await outcome(engine.deleteDocuments(index, ['a']))).toMatchObject(refusal('index_not_found'));
        expect(await outcome(engine.deleteMatching(index, { uid: OFFER }))).toMatchObject(refusal('index_not_found'));
      });

      it('by filter takes this collection alone, and only what was stamped before', async () => {
        await done(engine.updateSettings(index, OWN_FILTERS));
        await done(
          engine.addDocuments(index, [
            stamped('old', OFFER, 999),
            stamped('same', OFFER, 1000),
            stamped('new', OFFER, 1001),
            stamped('other', HOUSING, 1),
            line('unowned'),
          ]),
        );
        const task = engine.deleteMatching(index, { uid: OFFER, syncedBefore: 1000 });
        expect(await done(task)).toMatchObject({ deleted: 1 });
        expect(await ids()).toEqual(['new', 'other', 'same', 'unowned']);
        expect(await done(engine.deleteMatching(index, { uid: OFFER }))).toMatchObject({ deleted: 2 });
        expect(await ids()).toEqual(['other', 'unowned']);
      });

      it('by filter spares what was pushed again before its turn', async () => {
        await done(engine.updateSettings(index, OWN_FILTERS));
        await done(engine.addDocuments(index, [stamped('a', OFFER, 1), stamped('b', OFFER, 1)]));
        const push = await engine.addDocuments(index, [stamped('a', OFFER, 3)]);
        const purge = await engine.deleteMatching(index, { uid: OFFER, syncedBefore: 2 });
        await settle(push, purge);
        expect(await ids()).toEqual(['a']);
      });

      it('by filter fails where the index does not filter by what is asked', async () => {
        await done(engine.addDocuments(index, [stamped('a', OFFER, 1)]));
        expect(await outcome(engine.deleteMatching(index, { uid: OFFER }))).toMatchObject(
          refusal('invalid_document_filter'),
        );
        expect(await ids()).toEqual(['a']);
      });
    });

    describe('reading', () => {
      beforeEach(async () => {
        await done(engine.updateSettings(index, OWN_FILTERS));
        await done(
          engine.addDocuments(index, [
            stamped('o1', OFFER, 1, { title: 'one' }),
            stamped('o2', OFFER, 2, { title: 'two' }),
            stamped('h1', HOUSING, 1, { title: 'room' }),
            line('u1', { title: 'foreign' }),
          ]),
        );
      });

      it('says how many of some documents there are without handing them out', async () => {
        const counted = await engine.documents(index, { ids: ['o1', 'absent', 'u1'], limit: 0 });
        expect(counted).toEqual({ documents: [], total: 2 });
      });

      it('counts all, one collection, what is older than a stamp, and what is nobody’s', async () => {
        await expect(engine.countDocuments(index)).resolves.toBe(4);
        await expect(engine.countDocuments(index, { uid: OFFER })).resolves.toBe(2);
        await expect(engine.countDocuments(index, { uid: OFFER, syncedBefore: 2 })).resolves.toBe(1);
        await expect(engine.countDocuments(index, { uid: 'api::none.none' })).resolves.toBe(0);
        await expect(engine.countDocuments(index, { unowned: true })).resolves.toBe(1);
      });

      it('reads by filter, by ids, and by both', async () => {
        expect(await ids({ filter: { uid: OFFER } })).toEqual(['o1', 'o2']);
        expect(await ids({ filter: { unowned: true } })).toEqual(['u1']);
        expect(await ids({ ids: ['h1', 'o2', 'absent', 'H1'] })).toEqual(['h1', 'o2']);
        expect(await ids({ ids: ['h1', 'o2'], filter: { uid: OFFER } })).toEqual(['o2']);
        expect(await ids({ ids: [] })).toEqual([]);
      });

      it('shows the asked fields and no others', async () => {
        const { documents } = await engine.documents(index, { ids: ['o1'], fields: ['_meilisearch_id', '_strapi'] });
        expect(documents).toEqual([{ _meilisearch_id: 'o1', _strapi: { uid: OFFER, syncedAt: 1, version: 'v' } }]);
      });

      it('pages over each document once, and tells the total on each page', async () => {
        const pages = [];
        for (const offset of [0, 3, 6]) pages.push(await engine.documents(index, { offset, limit: 3 }));
        expect(pages.map(({ documents }) => documents.length)).toEqual([3, 1, 0]);
        expect(pages.map(({ total }) => total)).toEqual([4, 4, 4]);
        const seen = pages.flatMap(({ documents }) => documents.map(({ _meilisearch_id }) => _meilisearch_id));
        expect(seen.sort()).toEqual(['h1', 'o1', 'o2', 'u1']);
      });

      it('reads very many ids at once', async () => {
        const many = Array.from({ length: 10_000 }, (_, number) => `api-offer-offer-abcdefghijkl-${number}`);
        expect(await ids({ ids: [...many, 'o1'] })).toEqual(['o1']);
      });

      it('refuses ids that no document can have', async () => {
        const refused = { name: 'EngineError', fault: 'rejected', code: 'invalid_document_ids' };
        await expect(engine.documents(index, { ids: ['o1', 'o 1'] })).rejects.toMatchObject(refused);
      });

      it('refuses a filter that the index is not set for, rather than count 0', async () => {
        await done(engine.updateSettings(index, { filterableAttributes: [] }));
        const refused = { name: 'EngineError', fault: 'rejected', code: 'invalid_document_filter' };
        await expect(engine.countDocuments(index, { uid: OFFER })).rejects.toMatchObject(refused);
        await expect(engine.countDocuments(index, { unowned: true })).rejects.toMatchObject(refused);
        await expect(engine.documents(index, { filter: { uid: OFFER } })).rejects.toMatchObject(refused);
      });
    });

    describe('tasks', () => {
      it('are told in the order asked for, and unknown ones as unknown', async () => {
        const first = await engine.addDocuments(index, [line('a')]);
        const second = await engine.deleteDocuments(index, ['a']);
        await settle(first, second);
        const states = await engine.tasks([second.uid, 4_000_000_000, first.uid, second.uid]);
        expect(states).toMatchObject([
          { uid: second.uid, status: 'succeeded', deleted: 1 },
          { uid: 4_000_000_000, status: 'unknown' },
          { uid: first.uid, status: 'succeeded', received: 1 },
          { uid: second.uid, status: 'succeeded' },
        ]);
      });

      it('are told of very many at once, and of none', async () => {
        const task = await engine.addDocuments(index, [line('a')]);
        await settle(task);
        const uids = Array.from({ length: 2500 }, (_, number) => 4_000_000_000 + number);
        const states = await engine.tasks([...uids, task.uid]);
        expect(states).toHaveLength(2501);
        expect(states[0]).toEqual({ uid: uids[0], status: 'unknown' });
        expect(states.at(-1)).toMatchObject({ uid: task.uid, status: 'succeeded' });
        await expect(engine.tasks([])).resolves.toEqual([]);
      });

      it('of one index are carried out in the order they were enqueued', async () => {
        const tasks = [
          await engine.addDocuments(index, [line('a', { n: 1 })]),
          await engine.deleteDocuments(index, ['a']),
          await engine.addDocuments(index, [line('a', { n: 2 }), line('b')]),
          await engine.deleteDocuments(index, ['b']),
        ];
        expect(tasks.map(({ uid }) => uid)).toEqual(tasks.map(({ uid }) => uid).sort((one, other) => one - other));
        await settle(...tasks);
        expect((await engine.documents(index, {})).documents).toEqual([{ _meilisearch_id: 'a', n: 2 }]);
      });
    });

    it('lacks no key action where its key may do everything', async () => {
      await expect(engine.missingKeyActions(index)).resolves.toEqual([]);
    });

    it('throws nothing but its own errors', async () => {
      await expect(engine.settings('a b')).rejects.toBeInstanceOf(EngineError);
    });
  });
}
