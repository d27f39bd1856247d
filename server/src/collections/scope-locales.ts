import type { Core, UID } from '@strapi/types';

import type { CollectionDefinition } from './collection';

/** The locales that a collection has entries in: `'*'` for all there are, `null` where its type is not translated. */
export type ScopeLocales = (
  collection: Pick<CollectionDefinition, 'uid' | 'scope'>,
) => Promise<readonly string[] | '*' | null>;

/** What i18n offers; it is part of every Strapi 5 application. */
interface LocalesService {
  getDefaultLocale(): Promise<string>;
}

interface ContentTypesService {
  isLocalizedContentType(type: unknown): boolean;
}

export function createScopeLocales(strapi: Core.Strapi): ScopeLocales {
  const localesService = () => strapi.plugin('i18n').service<LocalesService>('locales');
  const contentTypesService = () => strapi.plugin('i18n').service<ContentTypesService>('content-types');

  return async ({ uid, scope }) => {
    if (!contentTypesService().isLocalizedContentType(strapi.getModel(uid as UID.ContentType))) return null;
    if (scope.locale === '*') return '*';
    return [scope.locale ?? (await localesService().getDefaultLocale())].flat();
  };
}
