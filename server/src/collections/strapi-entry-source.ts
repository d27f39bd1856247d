import type { Core, UID } from '@strapi/types';

import type { Entry } from '../config/options';
import { inPortions } from '../database/table';
import type { CollectionDefinition } from './collection';
import type { EntrySource, Narrowing } from './entry-source';

type Where = Record<string, unknown>;

/** What the query engine takes; `filters` is a function that carries draft or published on to populated relations. */
interface DatabaseQuery {
  select?: string[];
  populate?: unknown;
  where?: Where;
  filters?: unknown;
}

/** What i18n offers; it is part of every Strapi 5 application. */
interface LocalesService {
  getDefaultLocale(): Promise<string>;
}

/**
 * Entries straight from Strapi's query engine: what `strapi.documents(uid).findMany` reads, without the transaction and
 * the look-ups it adds to each page. A user's read middlewares of the document service are not run.
 */
export function createStrapiEntrySource(strapi: Core.Strapi): EntrySource {
  const localesService = () => strapi.plugin('i18n').service<LocalesService>('locales');

  const isLocalized = (uid: string): boolean =>
    strapi
      .plugin('i18n')
      .service<{ isLocalizedContentType: (type: unknown) => boolean }>('content-types')
      .isLocalizedContentType(strapi.getModel(uid as UID.ContentType));

  const hasDraftAndPublish = (uid: string): boolean =>
    strapi.contentType(uid as UID.ContentType).options?.draftAndPublish === true;

  /** From the words of the document service to those of the query engine. */
  const transformQuery = (uid: string, params: object): DatabaseQuery =>
    strapi.get<{ transform: (uid: string, params: object) => DatabaseQuery }>('query-params').transform(uid, params);

  const localeCondition = async ({ uid, scope }: CollectionDefinition): Promise<Where[]> => {
    if (!isLocalized(uid) || scope.locale === '*') return [];
    return [{ locale: { $in: [scope.locale ?? (await localesService().getDefaultLocale())].flat() } }];
  };

  const query = async (collection: CollectionDefinition, narrowing: Narrowing, conditions: Where[]) => {
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

  return {
    async count(collection, narrowing = {}) {
      const { where } = await query(collection, narrowing, []);
      return strapi.db.query(collection.uid).count({ where });
    },

    async page(collection, { after, limit, narrowing = {} }) {
      const params = await query(collection, narrowing, [{ id: { $gt: after } }]);
      return (await strapi.db.query(collection.uid).findMany({ ...params, orderBy: { id: 'asc' }, limit })) as Entry[];
    },

    async ofDocuments(collection, documentIds) {
      const entries: Entry[] = [];
      for (const portion of inPortions(documentIds)) {
        const params = await query(collection, {}, [{ documentId: { $in: portion } }]);
        entries.push(...((await strapi.db.query(collection.uid).findMany(params)) as Entry[]));
      }
      return entries;
    },
  };
}
