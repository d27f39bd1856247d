import { createConfidentialFilter, fieldRules } from '../../../../server/src/collections/confidential-fields';

const PERSON = 'api::person.person';
const CARD = 'office.card';

const person = fieldRules({ attributes: { name: { type: 'string' }, boss: { type: 'relation', target: PERSON } } }, [
  'phone',
]);
const card = fieldRules({ attributes: { holder: { type: 'relation', target: PERSON } } }, ['code']);
const rules = new Map([
  [PERSON, person],
  [CARD, card],
]);
const filter = createConfidentialFilter((uid) => rules.get(uid));

const dossier = fieldRules(
  {
    attributes: {
      title: { type: 'string' },
      notes: { type: 'json' },
      owner: { type: 'relation', target: PERSON },
      card: { type: 'component', component: CARD },
      zone: { type: 'dynamiczone' },
      subject: { type: 'relation' },
    },
    options: { privateAttributes: ['id'] },
  },
  ['secret'],
);

const secretive = { name: 'Alix', phone: '+33 1', createdBy: { id: 1 } };
const open = { name: 'Alix' };

describe('an entry', () => {
  it.each<[sentence: string, given: object, left: object]>([
    ['loses what Strapi removes', { title: 'a', secret: 's' }, { title: 'a' }],
    ['loses who wrote it, whatever Strapi says', { title: 'a', createdBy: {}, updatedBy: null }, { title: 'a' }],
    ['loses a private name that is no attribute', { title: 'a', id: 1 }, { title: 'a' }],
    ['is cleaned in its relations', { owner: secretive }, { owner: open }],
    ['is cleaned in their relations', { owner: { ...open, boss: secretive } }, { owner: { ...open, boss: open } }],
    ['is cleaned in its components', { card: { code: 7, holder: secretive } }, { card: { holder: open } }],
    [
      'is cleaned in its zones, by what each part says it is',
      { zone: [{ __component: CARD, code: 7 }, null] },
      { zone: [{ __component: CARD }, null] },
    ],
    [
      'is cleaned in relations to entries of any type, by what each says it is',
      { subject: { __type: PERSON, ...secretive } },
      { subject: { __type: PERSON, ...open } },
    ],
    ['keeps JSON as it is', { notes: { secret: 's', phone: 1 } }, { notes: { secret: 's', phone: 1 } }],
    ['keeps what is of no known type', { subject: { secret: 's' } }, { subject: { secret: 's' } }],
  ])('%s', (_, given, left) => {
    const before = structuredClone(given);
    expect(filter(given, dossier)).toEqual(left);
    expect(given).toEqual(before);
  });

  it('is copied with all that it leads to, for others lead there too', () => {
    const zone = [{ __component: CARD, holder: { ...open } }];
    const entry = { title: 'a', owner: { ...open, boss: { ...open } }, zone };
    const copy = filter(entry, dossier);
    copy.title = copy.owner.name = copy.owner.boss.name = copy.zone[0]!.holder.name = 'changed';
    copy.zone.push({ __component: CARD, holder: { ...open } });
    expect(entry).toEqual({ title: 'a', owner: { ...open, boss: open }, zone: [{ __component: CARD, holder: open }] });
  });

  it('is cleaned however deep types lead to themselves', () => {
    expect(filter({ boss: { boss: { boss: secretive } } }, person)).toEqual({ boss: { boss: { boss: open } } });
  });
});
