/** The languages of the site, which are the locales of its content. */
export const LANGUAGES = ['en', 'fr'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The same said in each language. */
export type Bilingual = Readonly<Record<Language, string>>;

/** A way to say something about `Subject`, in each language. */
export type Phrase<Subject> = Readonly<Record<Language, (subject: Subject) => string>>;

/** A name or a term that is the same in both languages. */
export const same = (text: string): Bilingual => ({ en: text, fr: text });
