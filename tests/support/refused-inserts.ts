import type { PlaygroundApp } from './strapi-app';

type Connection = PlaygroundApp['strapi']['db']['connection'];

const WORDS = 'the disk is full';

/**
 * The error of a refused insert. To be compared with `toMatchObject`: SQLite's driver makes its errors in the realm of the
 * test file that loaded it first, so that for any other file they are no instances of Error.
 */
export const REFUSAL = { message: expect.stringContaining(WORDS) as string };

/** In the words of each database; PostgreSQL keeps what a trigger does apart from it. */
const REFUSING: Record<string, (table: string) => string[]> = {
  sqlite: (table) => [`create trigger refuse before insert on ${table} begin select raise(abort, '${WORDS}'); end`],
  postgres: (table) => [
    `create or replace function refuse() returns trigger language plpgsql as 'begin raise exception ''${WORDS}''; end'`,
    `create trigger refuse before insert on ${table} for each row execute function refuse()`,
  ],
  mysql: (table) => [
    `create trigger refuse before insert on ${table} for each row
     signal sqlstate '45000' set message_text = '${WORDS}'`,
  ],
};

/** From now on the database refuses every new row of one of the plugin's tables. */
export async function refuseInserts({ db }: PlaygroundApp['strapi'], table: string): Promise<void> {
  for (const statement of REFUSING[db.dialect.client]?.(table) ?? []) await db.connection.raw(statement);
}

/** From now on the database takes them again. */
export async function acceptInserts(
  { db }: PlaygroundApp['strapi'],
  table: string,
  connection: Connection = db.connection,
): Promise<void> {
  const where = db.dialect.client === 'postgres' ? ` on ${table}` : '';
  await connection.raw(`drop trigger if exists refuse${where}`);
}
