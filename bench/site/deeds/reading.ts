import type { Core } from '@strapi/strapi';

import config from '../config';
import { OFFER } from '../uids';
import { timed } from './timed';

/** Entries read at once: larger pages are not faster. */
const PAGE = 500;

interface Row {
  id: number;
}

/** What any program would have to do that looks at all content: the least a check can take. */
export function readingDeeds(strapi: Core.Strapi) {
  const { populate } = config.collections[OFFER].entriesQuery;

  /** Every published offer with all that it embeds, a page at a time, as Strapi's query engine reads it. */
  async function* pages(): AsyncGenerator<Row[]> {
    const selection = strapi
      .get<{ transform(uid: string, params: object): object }>('query-params')
      .transform(OFFER, { status: 'published', populate });
    let after = 0;
    for (;;) {
      const where = { publishedAt: { $notNull: true }, id: { $gt: after } };
      const query = { ...selection, where, orderBy: { id: 'asc' }, limit: PAGE };
      const rows = (await strapi.db.query(OFFER).findMany(query)) as Row[];
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.id;
    }
  }

  const writeAll = (transform: (row: Row) => unknown) =>
    timed(async () => {
      for await (const rows of pages()) {
        for (const row of rows) JSON.stringify(await transform(row));
      }
    });

  return {
    /** How many search documents the offers have. */
    countPublished: (_: object): Promise<number> =>
      strapi.db.query(OFFER).count({ where: { publishedAt: { $notNull: true } } }),

    /** Reads all offers and writes them as JSON. */
    readAll: (_: object): Promise<number> => writeAll((row) => row),

    /** The same, each through Strapi's own output sanitizer: what the offers' configuration asks for. */
    readAndSanitizeAll: (_: object): Promise<number> =>
      writeAll((row) => strapi.contentAPI.sanitize.output(row, strapi.contentType(OFFER))),
  };
}
