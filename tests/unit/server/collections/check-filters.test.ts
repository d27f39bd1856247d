import { type FilterableSchema, unknownFilterFields } from '../../../../server/src/collections/check-filters';

const offer: FilterableSchema = {
  attributes: {
    title: { type: 'string' },
    company: { type: 'relation', target: 'company' },
    contract: { type: 'component', component: 'contract' },
  },
};
const schemas: Record<string, FilterableSchema> = {
  company: { attributes: { name: { type: 'string' }, offers: { type: 'relation', target: 'offer' } } },
  contract: { attributes: { months: { type: 'integer' } } },
  offer,
};

describe('filters', () => {
  it.each<[sentence: string, filters: unknown]>([
    ['there are none', undefined],
    ['they name a field', { title: 'x' }],
    ['they use operators', { $or: [{ title: { $contains: 'x' } }, { $not: { title: { $null: true } } }] }],
    ['they name what every entry has', { id: { $gt: 1 }, documentId: 'x' }],
    [
      'they go through relations and components',
      { company: { offers: { title: 'x' } }, contract: { months: { $gt: 1 } } },
    ],
    ['they compare a relation with an id', { company: 7 }],
  ])('are right where %s', (_, filters) => {
    expect(unknownFilterFields(filters, offer, (uid) => schemas[uid])).toEqual([]);
  });

  it.each<[filters: unknown, unknown: string[]]>([
    [{ titel: 'x' }, ['titel']],
    [{ $and: [{ title: 'x' }, { salary: { $gt: 1 } }] }, ['salary']],
    [{ company: { nam: 'x', name: 'x' }, contract: { years: 1 } }, ['company.nam', 'contract.years']],
  ])('%j name fields that there are not: %j', (filters, unknown) => {
    expect(unknownFilterFields(filters, offer, (uid) => schemas[uid])).toEqual(unknown);
  });
});
