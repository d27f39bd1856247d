import { droppedConditions, type FilterableSchema } from '../../../../server/src/collections/check-filters';

const FILE = 'plugin::upload.file';

const offer: FilterableSchema = {
  attributes: {
    title: { type: 'string' },
    secret: { type: 'password' },
    facts: { type: 'json' },
    company: { type: 'relation', target: 'company' },
    subject: { type: 'relation' },
    contract: { type: 'component', component: 'contract' },
    blocks: { type: 'dynamiczone' },
    cover: { type: 'media' },
  },
};
const schemas: Record<string, FilterableSchema> = {
  company: { attributes: { name: { type: 'string' }, offers: { type: 'relation', target: 'offer' } } },
  contract: { attributes: { months: { type: 'integer' } } },
  [FILE]: { attributes: { mime: { type: 'string' } } },
  offer,
};
const dropped = (filters: unknown) => droppedConditions(filters, offer, (uid) => schemas[uid]);

describe('filters', () => {
  it.each<[sentence: string, filters: unknown]>([
    ['there are none', undefined],
    ['they name a field', { title: 'x' }],
    ['they use operators', { $or: [{ title: { $contains: 'x' } }, { $not: { title: { $null: true } } }] }],
    ['they name what every entry has', { id: { $gt: 1 }, documentId: 'x' }],
    [
      'they go through relations, components and media',
      { company: { offers: { title: 'x' } }, contract: { months: { $gt: 1 } }, cover: { mime: 'image/png' } },
    ],
    ['they compare a relation with an id', { company: 7 }],
    ['they compare a relation of any type with an id', { subject: { id: { $in: [7] } } }],
    ['they compare a value with several', { title: { $in: ['x', 'y'] }, facts: { $null: true } }],
  ])('are right where %s', (_, filters) => {
    expect(dropped(filters)).toEqual([]);
  });

  it.each<[filters: unknown, path: string[], given: unknown]>([
    [{ titel: 'x' }, ['titel'], 'x'],
    [{ $and: [{ title: 'x' }, { salary: { $gt: 1 } }] }, ['salary'], { $gt: 1 }],
    [{ company: { nam: 'x', name: 'x' } }, ['company', 'nam'], 'x'],
    [{ contract: { years: 1 } }, ['contract', 'years'], 1],
    [{ cover: { mine: 'image/png' } }, ['cover', 'mine'], 'image/png'],
    [{ title: { $is: 'x' } }, ['title', '$is'], 'x'],
    [{ $nor: [{ title: 'x' }] }, ['$nor'], [{ title: 'x' }]],
    [{ title: { length: 3 } }, ['title', 'length'], 3],
    [{ facts: { color: 'red' } }, ['facts', 'color'], 'red'],
    [{ facts: { $eq: { color: 'red' } } }, ['facts', 'color'], 'red'],
    [{ subject: { name: 'x' } }, ['subject', 'name'], 'x'],
    [{ blocks: { id: 7 } }, ['blocks'], { id: 7 }],
    [{ company: { offers: { secret: 'x' } } }, ['company', 'offers', 'secret'], 'x'],
  ])('%j have a condition that Strapi drops: at %j', (filters, path, given) => {
    expect(dropped(filters)).toEqual([{ path, given }]);
  });
});
