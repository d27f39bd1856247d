import { anOffer, aHousing } from '../support/entries';
import { statementsOf } from '../support/statements';
import { bootPlayground, type PlaygroundApp } from '../support/strapi-app';
import type { Documents, Written } from '../support/synced-playground';

/** What an editor, or a program, does; each on entries of its own. */
interface Deed {
  name: string;
  prepare?: (app: PlaygroundApp) => Promise<Written>;
  act: (app: PlaygroundApp, entry: Written) => Promise<unknown>;
  /** Marks that it may cost, all in one INSERT. */
  marks: number;
}

const documents = ({ strapi }: PlaygroundApp, uid: string) =>
  strapi.documents(uid as 'api::offer.offer') as unknown as Documents;

const OFFER = 'api::offer.offer';
const HOUSING = 'api::housing.housing';
const CITY = 'api::city.city';
const aCity = (app: PlaygroundApp) => documents(app, CITY).create({ data: { name: 'Lille' } });
const aDraft = (app: PlaygroundApp) => documents(app, OFFER).create({ data: anOffer() });

const deeds: Deed[] = [
  { name: 'creating', act: (app) => documents(app, HOUSING).create({ data: aHousing() }), marks: 1 },
  {
    name: 'updating',
    prepare: (app) => documents(app, HOUSING).create({ data: aHousing() }),
    act: (app, { documentId }) => documents(app, HOUSING).update({ documentId, data: { rent: 5 } }),
    marks: 1,
  },
  { name: 'creating a draft', act: aDraft, marks: 0 },
  {
    name: 'updating a draft',
    prepare: aDraft,
    act: (app, { documentId }) => documents(app, OFFER).update({ documentId, data: { title: 'Cook' } }),
    marks: 0,
  },
  {
    name: 'publishing',
    prepare: aDraft,
    act: (app, { documentId }) => documents(app, OFFER).publish({ documentId }),
    marks: 1,
  },
  {
    name: 'deleting',
    prepare: (app) => documents(app, HOUSING).create({ data: aHousing() }),
    act: (app, { documentId }) => documents(app, HOUSING).delete({ documentId }),
    marks: 1,
  },
  {
    name: 'renaming what two collections embed',
    prepare: aCity,
    act: (app, { documentId }) => documents(app, CITY).update({ documentId, data: { name: 'Roubaix' } }),
    marks: 2,
  },
  {
    name: 'writing what no collection depends on',
    act: (app) => documents(app, 'api::homepage.homepage').create({ data: { title: 'Home' } }),
    marks: 0,
  },
  {
    name: 'reading one',
    prepare: aDraft,
    act: (app, { documentId }) => documents(app, OFFER).findMany({ filters: { documentId }, populate: ['city'] }),
    marks: 0,
  },
  { name: 'reading many', act: (app) => documents(app, HOUSING).findMany({ limit: 10 }), marks: 0 },
];

/** The statements of each deed, in an application with the plugin or without it. */
async function measure(env: Record<string, string>): Promise<Map<string, string[]>> {
  const app = await bootPlayground({
    config: require.resolve('./configs/save-cost'),
    // Nobody listens there: what the writer does meanwhile is not to be counted.
    meilisearch: { host: 'http://127.0.0.1:9', apiKey: '' },
    env,
  });
  try {
    const measured = new Map<string, string[]>();
    for (const { name, prepare, act } of deeds) {
      const entry = (await prepare?.(app)) ?? { documentId: '', locale: null };
      measured.set(name, inTransaction(await statementsOf(app, () => act(app, entry))));
    }
    return measured;
  } finally {
    await app.stop();
  }
}

/** After the commit Strapi reads for its own webhooks, and the writer looks at its tables, whenever they get to it. */
function inTransaction(statements: readonly string[]): string[] {
  return statements.slice(statements.indexOf('BEGIN;'), statements.indexOf('COMMIT;') + 1);
}

let without: Map<string, string[]>;
let withPlugin: Map<string, string[]>;

beforeAll(async () => {
  without = await measure({ PLAYGROUND_MEILISEARCH: 'false' });
  withPlugin = await measure({});
}, 120_000);

it.each(deeds)('$name costs one INSERT at most, and no other statement', ({ name, marks }) => {
  const [own, others] = partition(withPlugin.get(name)!, (sql) => sql.includes('meilisearch_'));
  expect(own).toEqual(marks === 0 ? [] : [expect.stringMatching(/^insert into .meilisearch_marks/)]);
  // SQLite is given several rows as so many selects.
  expect(own.join().match(/\bselect\b/g)?.length ?? own.length).toBe(marks);
  expect(others).toEqual(without.get(name));
});

function partition<T>(values: readonly T[], belongs: (value: T) => boolean): [T[], T[]] {
  return [values.filter(belongs), values.filter((value) => !belongs(value))];
}
