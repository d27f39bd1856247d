/** What names an entry: its document, and its locale where it has one. */
export interface Identity {
  documentId: string;
  locale: string | null;
}

/** What was looked at: whole documents in all their locales, or, where `entries` are named, only these. */
export interface Subject {
  readonly documentIds: readonly string[];
  readonly entries: readonly Identity[] | null;
}

/** The subject of some entries, whatever else there is of their documents. */
export function subjectOf(entries: readonly Identity[]): Subject {
  return { documentIds: [...new Set(entries.map(({ documentId }) => documentId))], entries };
}

/** The documents of a subject by the locale that was looked at; `undefined` stands for all of them. */
export function documentsByLocale({ documentIds, entries }: Subject): Map<string | null | undefined, string[]> {
  if (!entries) return new Map([[undefined, [...documentIds]]]);
  const byLocale = new Map<string | null, string[]>();
  for (const { documentId, locale } of entries) byLocale.set(locale, [...(byLocale.get(locale) ?? []), documentId]);
  return byLocale;
}
