import { searchDocumentId } from '../../../server/src/collections/document-id';
import type { Scheduler } from './scheduler';

export const OFFER = 'api::offer.offer';
export const HOUSING = 'api::housing.housing';
export const COMPANY = 'api::company.company';

/** Collections by uid: what their search documents are named after, and in which languages they are written. */
export const MODELS: Readonly<Record<string, { modelName: string; locales: readonly (string | null)[] }>> = {
  [OFFER]: { modelName: 'offer', locales: ['en', 'fr'] },
  [HOUSING]: { modelName: 'housing', locales: [null] },
};

/** The first word of a title, which decides what becomes of an entry. */
export type Manner =
  | 'plain'
  /** Left out by `filterEntry`. */
  | 'hidden'
  /** `transformEntry` throws at it for a while. */
  | 'tricky'
  /** The engine refuses the place of an offer, and with it the whole batch of its own. */
  | 'misplaced'
  /** The engine refuses it at the door. */
  | 'huge';

/** A published entry. */
export interface ContentRow {
  /** New with each publication, as in Strapi. */
  id: number;
  uid: string;
  documentId: string;
  locale: string | null;
  title: string;
  /** The documentId of the company it embeds. */
  company: string | null;
}

/** What an index ought to have of an entry. */
export type Truth = { kind: 'document'; shows: string } | { kind: 'absent' } | { kind: 'failing' };

/** A truth, and since when: on the world's time, and counted in commits. */
interface Period {
  truth: Truth;
  at: number;
  revision: number;
}

/** The application's content and all it ever was. */
export interface Content {
  rows(): readonly Readonly<ContentRow>[];
  companyName(documentId: string): string;
  readonly revision: number;
  readonly isTransformBroken: boolean;
  /** Changes rows and companies, all at once. */
  commit(change: (draft: Draft) => void): void;
  breakTransform(isBroken: boolean): void;
  /** What was to be of a search document over time, newest last. */
  history(uid: string, id: string): readonly Period[];
  /** Every id that a search document of a collection, or of one of its documents, ever had. */
  idsOf(uid: string, documentId?: string): string[];
  truth(uid: string, id: string): Truth;
  /** Since when an entry has been in scope without a break; `null` where it is not. */
  inScopeSince(uid: string, id: string): number | null;
}

export interface Draft {
  rows: ContentRow[];
  companies: Map<string, string>;
  /** A row id never used before. */
  freshId(): number;
  /** Told apart from all titles before. */
  title(manner: Manner): string;
}

const ABSENT: Truth = { kind: 'absent' };
const FAILING: Truth = { kind: 'failing' };
/** Before anything was written. */
const NEVER: Period = { truth: ABSENT, at: -1, revision: 0 };

export const mannerOf = (title: string): Manner => title.slice(0, title.indexOf(' ')) as Manner;

const isSame = (one: Truth, other: Truth): boolean =>
  one.kind === 'document' ? other.kind === 'document' && one.shows === other.shows : one.kind === other.kind;

/** What of a search document is compared. */
export const shows = (title: unknown, company: unknown): string => JSON.stringify([title, company ?? null]);

export function createContent(scheduler: Scheduler): Content {
  let rows: ContentRow[] = [];
  const companies = new Map<string, string>();
  const periods = new Map<string, Period[]>();
  const idsByUid = new Map<string, Map<string, string>>();
  let revision = 0;
  let lastId = 0;
  let isBroken = false;

  const keyOf = (uid: string, id: string) => `${uid} ${id}`;

  const truthOf = ({ title, company, uid }: ContentRow): Truth => {
    const manner = mannerOf(title);
    if (manner === 'hidden') return ABSENT;
    if ((manner === 'misplaced' && uid === OFFER) || manner === 'huge' || (manner === 'tricky' && isBroken))
      return FAILING;
    return { kind: 'document', shows: shows(title, company && (companies.get(company) ?? '')) };
  };

  /** Writes down what has changed of what ought to be. */
  const note = () => {
    const present = new Map<string, Truth>();
    for (const row of rows) {
      const id = searchDocumentId(MODELS[row.uid]!.modelName, row.documentId, row.locale);
      const ids = idsByUid.get(row.uid) ?? new Map<string, string>();
      idsByUid.set(row.uid, ids.set(id, row.documentId));
      present.set(keyOf(row.uid, id), truthOf(row));
    }
    for (const key of new Set([...periods.keys(), ...present.keys()])) {
      const truth = present.get(key) ?? ABSENT;
      const known = periods.get(key) ?? [NEVER];
      if (isSame(known.at(-1)!.truth, truth)) continue;
      periods.set(key, [...known, { truth, at: scheduler.now(), revision }]);
    }
  };

  const history = (uid: string, id: string) => periods.get(keyOf(uid, id)) ?? [NEVER];

  return {
    rows: () => rows,
    companyName: (documentId) => companies.get(documentId) ?? '',
    get revision() {
      return revision;
    },
    get isTransformBroken() {
      return isBroken;
    },
    commit(change) {
      revision += 1;
      const draft: Draft = {
        rows: rows.map((row) => ({ ...row })),
        companies,
        freshId: () => (lastId += 1),
        title: (manner) => `${manner} ${revision}`,
      };
      change(draft);
      rows = draft.rows.sort((one, other) => one.id - other.id);
      note();
    },
    breakTransform(broken) {
      revision += 1;
      isBroken = broken;
      note();
    },
    history,
    idsOf: (uid, documentId) =>
      [...(idsByUid.get(uid) ?? [])]
        .filter(([, of]) => documentId === undefined || of === documentId)
        .map(([id]) => id),
    truth: (uid, id) => history(uid, id).at(-1)?.truth ?? ABSENT,
    inScopeSince(uid, id) {
      const all = history(uid, id);
      const gone = all.findLastIndex(({ truth }) => truth.kind === 'absent');
      return all[gone + 1]?.at ?? null;
    },
  };
}
