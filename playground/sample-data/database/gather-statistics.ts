import type { Core } from '@strapi/strapi';

/**
 * Lets the database learn what lies in its tables. PostgreSQL and MySQL do so by themselves; SQLite is told to, or it reads
 * all components of a kind for each page of entries, for it takes any index for as good as the other.
 */
export async function gatherStatistics({ db }: Core.Strapi): Promise<void> {
  if (db.dialect.client === 'sqlite') await db.connection.raw('analyze');
}
