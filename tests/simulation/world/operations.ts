import { EngineError } from '../../../server/src/engine/search-engine';
import { Conflict } from '../../../server/src/sync/errors';
import { TABLES } from '../../../server/src/database/models';
import { COMPANY, type ContentRow, type Draft, HOUSING, type Manner, MODELS, OFFER } from './content';
import { ConnectionLost } from './database-line';
import { type Instance, prepareMarks } from './instance';
import type { World } from './world';

/** Documents of each collection, and companies, that operations choose from. */
const DOCUMENTS = 12;
const COMPANIES = 3;

const MANNERS: Readonly<Record<Manner, number>> = { plain: 20, hidden: 3, tricky: 3, misplaced: 1, huge: 0.5 };

/** Named as Strapi names documents: 24 letters and digits. */
const documentIdOf = (number: number): string => String(number).padStart(24, '0');

interface Operation {
  weight: number;
  /** Does it on a process, and tells what it did. */
  run(world: World, instance: Instance): Promise<string>;
}

type Change = (draft: Draft) => void;

/** Writes content in a transaction: marks are planned while it is open, and committed with it. */
async function transact(
  world: World,
  { process, marksOf, lanes }: Instance,
  written: { uid: string; documentIds: readonly string[] | 'all' },
  change: Change,
): Promise<void> {
  const { scheduler, content, random, database, oracle } = world;
  await scheduler.sleep(process, random.between(0, 5));
  const marks = marksOf(written.uid, written.documentIds);
  const commitMarks = await prepareMarks(database, marks);
  await scheduler.sleep(process, random.between(0, 30));
  content.commit(change);
  commitMarks();
  oracle.onStatement(TABLES.marks, process);
  lanes.wakeByCommit();
}

const anyUid = ({ random }: World) => random.pick([OFFER, OFFER, HOUSING]);
const anyDocument = ({ random }: World) => documentIdOf(random.below(DOCUMENTS));
const anyCompany = ({ random }: World) => String(random.below(COMPANIES));
const brief = (documentId: string) => String(Number(documentId));

/** Writes a document in some of its locales, as a new row each where it is published anew. */
function writing(world: World, uid: string, documentId: string): Change {
  const { random } = world;
  const { locales } = MODELS[uid]!;
  const written = random.chance(0.5) ? locales : [random.pick(locales)];
  const manner = random.weighted(MANNERS);
  const company = random.chance(0.7) ? anyCompany(world) : null;
  const isRepublished = random.chance(0.5);
  return (draft) => {
    for (const locale of written) {
      const present = draft.rows.find((row) => isOf(row, uid, documentId) && row.locale === locale);
      if (present && isRepublished) draft.rows = draft.rows.filter((row) => row !== present);
      const row: ContentRow =
        present && !isRepublished
          ? present
          : { id: draft.freshId(), uid, documentId, locale, title: '', company: null };
      if (row !== present) draft.rows.push(row);
      row.title = draft.title(manner);
      row.company = uid === OFFER ? company : null;
    }
  };
}

const isOf = (row: ContentRow, uid: string, documentId: string) => row.uid === uid && row.documentId === documentId;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  save: {
    weight: 30,
    async run(world, instance) {
      const uid = anyUid(world);
      const documentId = anyDocument(world);
      await transact(world, instance, { uid, documentIds: [documentId] }, writing(world, uid, documentId));
      return `${MODELS[uid]!.modelName} ${brief(documentId)}`;
    },
  },
  'bulk save': {
    weight: 5,
    async run(world, instance) {
      const uid = anyUid(world);
      const documentIds = [...new Set(Array.from({ length: 6 }, () => anyDocument(world)))];
      const changes = documentIds.map((documentId) => writing(world, uid, documentId));
      await transact(world, instance, { uid, documentIds }, (draft) => changes.forEach((change) => change(draft)));
      return `${MODELS[uid]!.modelName} ${documentIds.map(brief).join(', ')}`;
    },
  },
  'write too many to name': {
    weight: 1,
    async run(world, instance) {
      const uid = anyUid(world);
      await transact(world, instance, { uid, documentIds: 'all' }, (draft) => {
        for (const row of draft.rows) if (row.uid === uid) row.title = draft.title('plain');
      });
      return MODELS[uid]!.modelName;
    },
  },
  delete: {
    weight: 8,
    async run(world, instance) {
      const uid = anyUid(world);
      const documentId = anyDocument(world);
      await transact(world, instance, { uid, documentIds: [documentId] }, (draft) => {
        draft.rows = draft.rows.filter((row) => !isOf(row, uid, documentId));
      });
      return `${MODELS[uid]!.modelName} ${brief(documentId)}`;
    },
  },
  unpublish: {
    weight: 4,
    async run(world, instance) {
      const uid = anyUid(world);
      const documentId = anyDocument(world);
      const locale = world.random.pick(MODELS[uid]!.locales);
      await transact(world, instance, { uid, documentIds: [documentId] }, (draft) => {
        draft.rows = draft.rows.filter((row) => !(isOf(row, uid, documentId) && row.locale === locale));
      });
      return `${MODELS[uid]!.modelName} ${brief(documentId)} ${locale}`;
    },
  },
  'rename a company': {
    weight: 4,
    async run(world, instance) {
      const company = anyCompany(world);
      await transact(world, instance, { uid: COMPANY, documentIds: [company] }, (draft) => {
        draft.companies.set(company, draft.title('plain'));
      });
      return company;
    },
  },
  enable: {
    weight: 3,
    async run(world, { sync }) {
      const uid = anyUid(world);
      return `${MODELS[uid]!.modelName}: run ${(await sync.enable(uid)).id}`;
    },
  },
  disable: {
    weight: 2,
    async run(world, { sync }) {
      const uid = anyUid(world);
      return `${MODELS[uid]!.modelName}: run ${(await sync.disable(uid)).id}`;
    },
  },
  update: {
    weight: 6,
    async run(world, { sync }) {
      const uid = anyUid(world);
      const purge = world.random.chance(0.8);
      return `${MODELS[uid]!.modelName} ${purge ? '' : 'without purge'}: run ${(await sync.update(uid, { purge })).id}`;
    },
  },
  check: {
    weight: 4,
    async run(world, { sync }) {
      const uid = anyUid(world);
      const depth = world.random.pick(['quick', 'full', 'deep'] as const);
      const repair = world.random.chance(0.7);
      const { id } = await sync.check(uid, { depth, repair });
      return `${MODELS[uid]!.modelName} ${depth}${repair ? ' with repair' : ''}: run ${id}`;
    },
  },
  'partial update': {
    weight: 2,
    async run(world, { sync }) {
      const narrowing = world.random.chance(0.5) ? { locale: 'en' } : { filters: { company: anyCompany(world) } };
      return `${JSON.stringify(narrowing)}: run ${(await sync.update(OFFER, narrowing)).id}`;
    },
  },
  cancel: {
    weight: 3,
    async run(world, { sync, ledger }) {
      const active = await ledger.active();
      if (active.length === 0) return 'nothing';
      return `run ${(await sync.cancel(world.random.pick(active).id)).id}`;
    },
  },
  'confirm a purge': {
    weight: 4,
    async run(_world, { sync, ledger }) {
      const waiting = (await ledger.active()).find(({ status }) => status === 'awaiting-confirmation');
      return waiting ? `run ${(await sync.confirmPurge(waiting.id)).id}` : 'nothing';
    },
  },
  'retry failures': {
    weight: 2,
    run: async (_world, { failures }) => `${await failures.retryNow()} of them`,
  },
};

const WEIGHTS = Object.fromEntries(Object.entries(OPERATIONS).map(([name, { weight }]) => [name, weight]));

/** Does something at random on a process, which may die or fail meanwhile; what it may not do is throw anything else. */
export async function operate(world: World, instance: Instance): Promise<void> {
  const { random, tell, oracle } = world;
  const name = random.weighted(WEIGHTS);
  tell(`${instance.process.name}: ${name} …`);
  instance.process.busyWith += 1;
  try {
    tell(`${instance.process.name}: ${name}: ${await OPERATIONS[name]!.run(world, instance)}`);
  } catch (error) {
    const isExpected = error instanceof Conflict || error instanceof EngineError || error instanceof ConnectionLost;
    if (!isExpected) oracle.report(`${name} throws ${error instanceof Error ? error.stack : String(error)}`);
    else tell(`${instance.process.name}: ${name} fails: ${error.message}`);
  } finally {
    instance.process.busyWith -= 1;
  }
}
