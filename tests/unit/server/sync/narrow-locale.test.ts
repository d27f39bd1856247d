import { InvalidRequest } from '../../../../server/src/sync/errors';
import { narrowedLocale } from '../../../../server/src/sync/narrow-locale';
import { OFFER } from '../fixtures/collection';

describe('an update', () => {
  it.each<[locale: string | undefined, locales: string[] | '*' | null, narrowed: string | undefined]>([
    [undefined, ['en'], undefined],
    ['*', ['en'], undefined],
    ['*', null, undefined],
    ['fr', ['en', 'fr'], 'fr'],
    ['fr', '*', 'fr'],
  ])('that is asked for locale %j of %j is narrowed to %j', (locale, locales, narrowed) => {
    expect(narrowedLocale(OFFER, locale, locales)).toBe(narrowed);
  });

  it.each<[locales: string[] | null, cure: string]>([
    [null, 'api::offer.offer is not translated; leave it out'],
    [['en', 'de'], 'api::offer.offer is synced in en, de; ask for one of these'],
  ])('that is asked for a locale that is not among %j is refused, with the cure', (locales, cure) => {
    expect(() => narrowedLocale(OFFER, 'fr', locales)).toThrow(InvalidRequest);
    expect(() => narrowedLocale(OFFER, 'fr', locales)).toThrow(`locale: ${cure}`);
  });
});
