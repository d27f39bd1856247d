import type { PlaygroundApp } from './strapi-app';

type Connection = PlaygroundApp['strapi']['db']['connection'];

const WORDS = 'the disk is full';

/**
 * The error of a refused mark. To be compared with `toMatchObject`: SQLite's driver makes its errors in the realm of the
 * test file that loaded it first, so that for any other file they are no instances of Error.
 */
export const REFUSAL = { message: expect.stringContaining(WORDS) as string };

/** In the words of each database; PostgreSQL keeps what a trigger does apart from it. */
const REFUSING: Record<string, string[]> = {
  sqlite: [`create trigger refuse before insert on meilisearch_marks begin select raise(abort, '${WORDS}'); end`],
  postgres: [
    `create or replace function refuse() returns trigger language plpgsql as 'begin raise exception ''${WORDS}''; end'`,
    'create trigger refuse before insert on meilisearch_marks for each row execute function refuse()',
  ],
  mysql: [
    `create trigger refuse before insert on meilisearch_marks for each row
     signal sqlstate '45000' set message_text = '${WORDS}'`,
  ],
};

/** From now on the database refuses every mark. */
export async function refuseMarks({ db }: PlaygroundApp['strapi']): Promise<void> {
  for (const statement of REFUSING[db.dialect.client] ?? []) await db.connection.raw(statement);
}

/** From now on the database takes marks again. */
export async function acceptMarks(
  { db }: PlaygroundApp['strapi'],
  connection: Connection = db.connection,
): Promise<void> {
  const where = db.dialect.client === 'postgres' ? ' on meilisearch_marks' : '';
  await connection.raw(`drop trigger if exists refuse${where}`);
}
