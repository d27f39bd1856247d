import { setTimeout } from 'node:timers/promises';

import type { Core, UID } from '@strapi/types';

import type { Entry } from '../config/options';
import { inPortions } from '../database/table';
import type { CollectionDefinition } from './collection';
import { countInSlices } from './count-in-slices';
import type { EntryIdentity, EntrySource, Narrowing, RowRange } from './entry-source';
import { hasLimitWithin } from './populate-limit';
import { createScopeLocales } from './scope-locales';

type Where = Record<string, unknown>;

/** What the query engine takes; `filters` is a function that carries draft or published on to populated relations. */
interface DatabaseQuery {
  select?: string[];
  populate?: unknown;
  where?: Where;
  filters?: unknown;
}

/** A query with what decides on who is read. */
type ReadParams = DatabaseQuery & { where: Where };

interface Range {
  limit?: number;
}

const BY_ID = { id: 'asc' };

/**
 * Entries straight from Strapi's query engine: what `strapi.documents(uid).findMany` reads, without the transaction and
 * the look-ups it adds to each page. A user's read middlewares of the document service are not run.
 */
export function createStrapiEntrySource(strapi: Core.Strapi): EntrySource {
  const localesOf = createScopeLocales(strapi);

  const hasDraftAndPublish = (uid: string): boolean =>
    strapi.contentType(uid as UID.ContentType).options?.draftAndPublish === true;

  /** From the words of the document service to those of the query engine. */
  const transformQuery = (uid: string, params: object): DatabaseQuery =>
    strapi.get<{ transform: (uid: string, params: object) => DatabaseQuery }>('query-params').transform(uid, params);

  const localeCondition = async (collection: CollectionDefinition): Promise<Where[]> => {
    const locales = await localesOf(collection);
    return locales === null || locales === '*' ? [] : [{ locale: { $in: locales } }];
  };

  const query = async (
    collection: CollectionDefinition,
    narrowing: Narrowing,
    conditions: Where[],
  ): Promise<ReadParams> => {
    const { uid, scope, selection } = collection;
    const transform = (filters: Where | null | undefined): Where[] => {
      if (!filters) return [];
      const { where } = transformQuery(uid, { filters });
      return where === undefined ? [] : [where];
    };
    const { select, populate, filters } = transformQuery(uid, {
      status: scope.status,
      populate: selection.populate,
      // Without its locale an entry could not be told from its translations.
      ...(selection.fields ? { fields: [...selection.fields, 'locale'] } : {}),
    });
    const where: Where = {
      $and: [
        ...(hasDraftAndPublish(uid)
          ? [{ publishedAt: scope.status === 'published' ? { $notNull: true } : { $null: true } }]
          : []),
        ...(await localeCondition(collection)),
        ...transform(scope.filters),
        ...transform(narrowing.filters),
        ...(narrowing.locale === undefined ? [] : [{ locale: narrowing.locale }]),
        ...conditions,
      ],
    };
    return { select, populate, filters, where };
  };

  /**
   * The same rows as {@link query} selects, as the database has them: Strapi would write each date out, which here is one for
   * every entry there is.
   */
  const readIdentities = async (
    collection: CollectionDefinition,
    conditions: Where[],
    range: Range = {},
  ): Promise<EntryIdentity[]> => {
    const { where } = await query(collection, {}, conditions);
    const attributes = strapi.db.metadata.get(collection.uid).attributes as Record<string, { columnName?: string }>;
    const select = ['id', 'documentId', 'locale', 'updatedAt'].filter((name) => name in attributes);
    const rows = await strapi.db
      .queryBuilder(collection.uid)
      .init({ select, where, orderBy: BY_ID, ...range })
      .execute<Record<string, unknown>[]>({ mapResults: false });
    const valueOf = (row: Record<string, unknown>, name: string) => row[attributes[name]?.columnName ?? name];
    return rows.map((row) => ({
      id: Number(row.id),
      documentId: valueOf(row, 'documentId') as string,
      locale: (valueOf(row, 'locale') ?? null) as string | null,
      updatedAt: momentOf(valueOf(row, 'updatedAt')),
    }));
  };

  /**
   * Strapi applies a limit within `populate` to all entries of a query together, so that what an entry embeds would depend
   * on who is read with it: then each is read by itself.
   */
  const readOneByOne = async (uid: string, params: ReadParams, range: Range): Promise<Entry[]> => {
    const { where, ...selection } = params;
    const rows = (await strapi.db.query(uid).findMany({ select: ['id'], where, orderBy: BY_ID, ...range })) as Entry[];
    const entries: Entry[] = [];
    for (const { id } of rows) {
      const entry = (await strapi.db
        .query(uid)
        .findOne({ ...selection, where: { $and: [where, { id }] } })) as Entry | null;
      if (entry) entries.push(entry);
    }
    const last = rows.at(-1);
    if (entries.length > 0 || !last) return entries;
    // All of them vanished between the two reads, and an empty page would be the end.
    return readOneByOne(uid, { ...params, where: { $and: [where, { id: { $gt: last.id } }] } }, range);
  };

  const read = async (uid: string, params: ReadParams, range: Range = {}): Promise<Entry[]> =>
    hasLimitWithin(params.populate)
      ? readOneByOne(uid, params, range)
      : ((await strapi.db.query(uid).findMany({ ...params, orderBy: BY_ID, ...range })) as Entry[]);

  const lastRow = async ({ uid }: CollectionDefinition): Promise<number> => {
    const [last] = (await strapi.db
      .query(uid)
      .findMany({ select: ['id'], orderBy: { id: 'desc' }, limit: 1 })) as Entry[];
    return last?.id ?? 0;
  };

  return {
    async count(collection, narrowing = {}) {
      const countWithin = async (range: RowRange) => {
        const { where } = await query(collection, narrowing, within(range));
        return strapi.db.query(collection.uid).count({ where });
      };
      return countInSlices(await lastRow(collection), countWithin, {
        monotonic: () => performance.now(),
        pause: setTimeout,
      });
    },

    lastRow,

    async page(collection, { limit, narrowing = {}, ...range }) {
      return read(collection.uid, await query(collection, narrowing, within(range)), { limit });
    },

    async identities(collection, { limit, ...range }) {
      return readIdentities(collection, within(range), { limit });
    },

    async identitiesOf(collection, documentIds) {
      const identities: EntryIdentity[] = [];
      for (const portion of inPortions(documentIds)) {
        identities.push(...(await readIdentities(collection, [{ documentId: { $in: portion } }])));
      }
      return identities;
    },

    async ofDocuments(collection, documentIds) {
      const entries: Entry[] = [];
      for (const portion of inPortions(documentIds)) {
        const params = await query(collection, {}, [{ documentId: { $in: portion } }]);
        entries.push(...(await read(collection.uid, params)));
      }
      return entries;
    },
  };
}

function within({ after, until }: RowRange): Where[] {
  return [{ id: until === null ? { $gt: after } : { $gt: after, $lte: until } }];
}

/** Milliseconds since the epoch of what a database has for a moment: a number, a text or a date. */
function momentOf(value: unknown): number | null {
  const moment = value == null ? NaN : new Date(value as string | number | Date).getTime();
  return Number.isNaN(moment) ? null : moment;
}
