import { InvalidRequest } from './errors';

/**
 * The locale that an update is narrowed to; `undefined` where it is asked for all of them.
 * @param locales - those of the collection's scope: `'*'` for all there are, `null` where it is not translated
 * @throws {@link InvalidRequest} where the collection has no entries of that locale
 */
export function narrowedLocale(
  uid: string,
  locale: string | undefined,
  locales: readonly string[] | '*' | null,
): string | undefined {
  if (locale === undefined || locale === '*') return undefined;
  if (locales === null) throw new InvalidRequest(`locale: ${uid} is not translated; leave it out`);
  if (locales === '*' || locales.includes(locale)) return locale;
  throw new InvalidRequest(
    `locale: ${uid} is synced in ${locales.join(', ')}; ask for one of these, or add ${locale} to its entriesQuery.locale`,
  );
}
