import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { loadTranslations } from '../../../admin/src/translations/load-translations';
import { createTranslate, type MessageKey, type MessageValues } from '../../../admin/src/translations/translator';
import en from '../../../admin/src/translations/en.json';
import fr from '../../../admin/src/translations/fr.json';

const KEYS = Object.keys(en) as MessageKey[];
const SOURCES = join(__dirname, '../../../admin/src');

/** A value for every placeholder there is, each to be recognized in the text. */
const WORDS = {
  name: '⟦name⟧',
  index: '⟦index⟧',
  error: '⟦error⟧',
  search: '⟦search⟧',
  version: '⟦version⟧',
  given: '⟦given⟧',
  allowed: '⟦allowed⟧',
  news: '⟦news⟧',
  kind: '⟦kind⟧',
  id: '⟦id⟧',
  user: '⟦user⟧',
  document: '⟦document⟧',
  locale: '⟦locale⟧',
  field: '⟦field⟧',
};
const NUMBERS = {
  count: 11,
  total: 13,
  read: 17,
  rate: 19,
  seconds: 23,
  minutes: 29,
  hours: 31,
  percent: 0.37,
  indexes: 2,
  days: 41,
};
const MARKS = [...Object.values(WORDS), '11', '13', '17', '19', '23', '29', '31', '37', '41'];

async function translateIn(locale: string) {
  const { data } = await loadTranslations(locale);
  const onError = (error: unknown) => {
    throw error;
  };
  const translate = createTranslate(createIntl({ locale, messages: data, onError }));
  return (key: MessageKey, values: MessageValues = {}) => translate(key, { ...WORDS, ...NUMBERS, ...values });
}

describe('the translations', () => {
  it('have the same texts in every language', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    expect(Object.values(fr)).not.toContain('');
  });

  it.each(KEYS)('say the same about the same in every language: %s', async (key) => {
    const marks = (text: string) => MARKS.filter((mark) => text.includes(mark));
    const english = (await translateIn('en'))(key);
    const french = (await translateIn('fr'))(key);
    expect(marks(french)).toEqual(marks(english));
  });

  it.each(['en', 'fr'])('can be formatted with any number in %s', async (locale) => {
    const translate = await translateIn(locale);
    for (const key of KEYS) {
      for (const number of [0, 1, 2, 1_000_000]) {
        expect(translate(key, { count: number, total: number, indexes: number })).not.toMatch(/[{}]/);
      }
    }
  });

  it('are all in use', () => {
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
      .join('\n');
    expect(KEYS.filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  it('are registered under the id of the plugin, and none for a language that we do not speak', async () => {
    expect((await loadTranslations('fr')).data['meilisearch.update.button']).toBe('Mettre à jour');
    expect(await loadTranslations('de')).toEqual({ locale: 'de', data: {} });
  });

  it('use the plural of the language', async () => {
    const english = await translateIn('en');
    const french = await translateIn('fr');
    expect([0, 1, 2].map((count) => english('count.pending', { count }))).toEqual([
      '0 changes waiting',
      '1 change waiting',
      '2 changes waiting',
    ]);
    expect([0, 1, 2].map((count) => french('count.pending', { count }))).toEqual([
      '0 modification en attente',
      '1 modification en attente',
      '2 modifications en attente',
    ]);
    expect([1, 2].map((read) => french('progress.read', { read }))).toEqual(['1 lu', '2 lus']);
    expect([1, 2].map((read) => french('progress.readOfTotal', { read }))).toEqual(['1 sur 13 lu', '2 sur 13 lus']);
  });
});
