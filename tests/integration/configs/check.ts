import { createGate } from '../../support/gate';

interface Titled {
  entry: { title: string };
}

/** Shut, it holds a check up before it has transformed the housing ads of this title. */
export const reading = { gate: createGate(), title: 'Planted' };

/** Housing ads that cannot be transformed while this names their titles. */
export const untransformable = new Set<string>();

const housing = {
  enabled: true,
  indexName: 'housings',
  entriesQuery: { populate: {}, limit: 7 },
  filterEntry: ({ entry }: Titled) => !entry.title.startsWith('Hidden'),
  transformEntry: async ({ entry }: Titled) => {
    if (entry.title === reading.title) await reading.gate.pass();
    if (untransformable.has(entry.title)) throw new Error(`no words for ${entry.title}`);
    return entry;
  },
};

const offer = {
  enabled: true,
  indexName: ['offers', 'everything'],
  entriesQuery: { locale: '*', populate: { company: { fields: ['name'] } } },
};

const company = { enabled: true, indexName: 'everything', entriesQuery: { populate: {} } };

/** A collection that leaves entries out, one in two languages that embeds another type, and two that share an index. */
export default {
  collections: { 'api::housing.housing': housing, 'api::offer.offer': offer, 'api::company.company': company },
  check: { schedule: false, fullSchedule: false },
};
