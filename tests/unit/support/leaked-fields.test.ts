import { type GuardedSchema, leakedFields } from '../../support/leaked-fields';
import { secretsIn } from '../../support/secrets';

const USER = 'plugin::users-permissions.user';
const ADMIN = 'admin::user';
const ARTICLE = 'api::article.article';

const schemas: Record<string, GuardedSchema> = {
  [ARTICLE]: {
    attributes: {
      title: { type: 'string' },
      draftNotes: { type: 'string', private: true },
      password: { type: 'password' },
      rating: { type: 'integer' },
      layout: { type: 'json' },
      author: { type: 'relation', target: USER },
      editor: { type: 'relation', target: ADMIN },
      subject: { type: 'relation' },
      localizations: { type: 'relation', target: ARTICLE },
      seo: { type: 'component', component: 'shared.seo' },
      zone: { type: 'dynamiczone' },
      cover: { type: 'media' },
    },
    options: { privateAttributes: ['rating'] },
  },
  [USER]: { attributes: { username: { type: 'string' }, resetPasswordToken: { type: 'string', private: true } } },
  [ADMIN]: { attributes: { firstname: { type: 'string' }, email: { type: 'email', private: true } } },
  'shared.seo': { attributes: { title: { type: 'string' }, budget: { type: 'integer', private: true } } },
  'shared.quote': { attributes: { text: { type: 'string' }, speaker: { type: 'relation', target: ADMIN } } },
  'plugin::upload.file': { attributes: { url: { type: 'string' }, folderPath: { type: 'string', private: true } } },
};

const leaks = (content: Record<string, unknown>, readmitted?: string[]) =>
  leakedFields(content, ARTICLE, (uid) => schemas[uid], readmitted);

it('finds nothing in what anybody may see', () => {
  const article = {
    title: 'Strike',
    author: { username: 'ada' },
    editor: { firstname: 'Kai' },
    subject: { __type: USER, username: 'bo' },
    seo: { title: 'Strike' },
    zone: [{ __component: 'shared.quote', text: 'No.', speaker: { firstname: 'Kai' } }],
    cover: { url: '/strike.png' },
    layout: { createdBy: 'a theme' },
    madeUpByASite: [{ draftNotes: 'of something else' }],
  };
  expect(leaks(article)).toEqual([]);
});

it.each<[place: string, content: Record<string, unknown>, path: string]>([
  ['a private field', { draftNotes: 'check this' }, 'draftNotes'],
  ['a private field without a value', { draftNotes: null }, 'draftNotes'],
  ['a password', { password: '$2a$10$' }, 'password'],
  ['a field that the options of a schema make private', { rating: 3 }, 'rating'],
  ['a creator', { createdBy: { firstname: 'Kai' } }, 'createdBy'],
  ['a private field in a relation', { author: { resetPasswordToken: 'x' } }, 'author.resetPasswordToken'],
  ['the address of an administrator', { editor: { email: 'kai@example.org' } }, 'editor.email'],
  ['a creator in a relation', { author: { updatedBy: { id: 1 } } }, 'author.updatedBy'],
  ['a private field in a polymorphic relation', { subject: { __type: ADMIN, email: 'x' } }, 'subject.email'],
  ['a private field in a component', { seo: { budget: 3 } }, 'seo.budget'],
  [
    'a private field of a relation in a dynamic zone',
    { zone: [{ __component: 'shared.quote', speaker: { email: 'x' } }] },
    'zone[].speaker.email',
  ],
  ['a private field of a file', { cover: { folderPath: '/1' } }, 'cover.folderPath'],
  [
    'a private field two levels deep',
    { localizations: [{ localizations: [{ draftNotes: 'x' }] }] },
    'localizations[].localizations[].draftNotes',
  ],
  ['a creator in what a site made up', { card: { createdBy: 'Kai' } }, 'card.createdBy'],
])('finds %s', (_, content, path) => {
  expect(leaks(content)).toEqual([path]);
});

it('lets pass what a collection re-admits, at the top level alone, and never passwords and creators', () => {
  const article = { draftNotes: 'x', password: 'x', createdBy: {}, localizations: [{ draftNotes: 'x' }] };
  const expected = ['password', 'createdBy', 'localizations[].draftNotes'];
  expect(leaks(article, ['draftNotes', 'password', 'createdBy'])).toEqual(expected);
  expect(leaks(article, ['*'])).toEqual(expected);
});

it('finds secrets wherever they stand', () => {
  const secrets = ['kai@example.org', 'told-in-confidence'];
  expect(secretsIn(['a title', '{"email":"kai@example.org"}'], secrets)).toEqual(['kai@example.org']);
  expect(secretsIn(['a title'], secrets)).toEqual([]);
});
