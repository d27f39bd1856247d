import type { Core } from '@strapi/strapi';

/** What is used here of the i18n plugin's service, which has no types. */
interface Locales {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

const FRENCH = { code: 'fr', name: 'French (fr)' };

/** The site speaks French besides English, which Strapi makes the default by itself. */
export async function ensureFrench(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service<Locales>('locales');
  if (!(await locales.findByCode(FRENCH.code))) await locales.create(FRENCH);
}
