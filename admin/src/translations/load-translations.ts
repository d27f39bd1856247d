import { PLUGIN_ID } from '../pluginId';

type Texts = Record<string, string>;

/** Each language is a chunk of its own, fetched when an admin uses it. */
const LANGUAGES: Record<string, (() => Promise<{ default: Texts }>) | undefined> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

/** The texts of one language by their global ids; none where we have no translation, and Strapi then shows the English ones. */
export async function loadTranslations(locale: string): Promise<{ locale: string; data: Texts }> {
  const language = await LANGUAGES[locale]?.();
  const texts = Object.entries(language?.default ?? {});
  return { locale, data: Object.fromEntries(texts.map(([key, text]) => [`${PLUGIN_ID}.${key}`, text])) };
}
