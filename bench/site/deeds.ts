import type { Core } from '@strapi/strapi';

import { incumbentDeeds } from './deeds/incumbent';
import { processorTimeDeeds } from './deeds/processor-time';
import { rawSqlDeeds } from './deeds/raw-sql';
import { readingDeeds } from './deeds/reading';
import { runDeeds } from './deeds/runs';
import { saveDeeds } from './deeds/saves';
import { statementDeeds } from './deeds/statements';

/** All that a site can be called on to do. Times are in milliseconds. */
export function createDeeds(strapi: Core.Strapi) {
  return {
    ...saveDeeds(strapi),
    ...runDeeds(strapi),
    ...incumbentDeeds(strapi),
    ...readingDeeds(strapi),
    ...processorTimeDeeds(),
    ...rawSqlDeeds(strapi),
    ...statementDeeds(strapi),
  };
}

export type Deeds = ReturnType<typeof createDeeds>;
