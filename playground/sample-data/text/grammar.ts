import type { Language } from './language';

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
} as const;

const VOWEL_SOUND_EN = /^(?:[aeio]|hr |u(?!x|ni|se))/i;
const VOWEL_FR = /^[aeiouyàâäæéèêëîïôœùûü]/i;
const MASCULINE_ARTICLE_FR = 'Le ';

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** English: "a web developer", "an accountant". */
export const withArticle = (noun: string): string => `${VOWEL_SOUND_EN.test(noun) ? 'an' : 'a'} ${noun}`;

/** French "de" before a name: "de Lyon", "d'Angers", "du Mans". */
export function ofName(name: string): string {
  if (name.startsWith(MASCULINE_ARTICLE_FR)) return `du ${name.slice(MASCULINE_ARTICLE_FR.length)}`;
  return VOWEL_FR.test(name) ? `d'${name}` : `de ${name}`;
}

/** French "à" before the name of a city: "à Lyon", "au Mans". */
export const inCity = (name: string): string =>
  name.startsWith(MASCULINE_ARTICLE_FR) ? `au ${name.slice(MASCULINE_ARTICLE_FR.length)}` : `à ${name}`;

/** "a, b and c", "a, b et c". */
export function listOf(items: readonly string[], language: Language): string {
  const and = language === 'en' ? ' and ' : ' et ';
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : items.slice(0, -1).join(', ') + and + last;
}

/** A list in Markdown. */
export const bulletList = (items: readonly string[]): string => items.map((item) => `- ${capitalize(item)}`).join('\n');

/** Euros: "€1,250" and "1 250 €", the latter with spaces that do not break. */
export function euros(amount: number, language: Language): string {
  const digits = String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u202f');
  return language === 'en' ? `€${digits}` : `${digits}\u00a0€`;
}

/** "March 2027", "mars 2027" of a date written as `2027-03-01`. */
export function monthAndYear(date: string, language: Language): string {
  const [year = '', month = ''] = date.split('-');
  return `${MONTHS[language][Number(month) - 1]} ${year}`;
}

/** "from March 2027", "à partir d'avril 2027". */
export function fromMonth(date: string, language: Language): string {
  const month = monthAndYear(date, language);
  return language === 'en' ? `from ${month}` : `à partir ${ofName(month)}`;
}

/** "1 day", "3 days"; "1 jour", "3 jours". French counts 0 as singular, English as plural. */
export function counted(count: number, singular: string, plural: string, language: Language): string {
  const isSingular = language === 'en' ? count === 1 : count < 2;
  return `${count} ${isSingular ? singular : plural}`;
}
