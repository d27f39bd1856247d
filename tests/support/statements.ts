import type { PlaygroundApp } from './strapi-app';

/** The SQL statements that an application executes while something is done. */
export async function statementsOf(
  { strapi }: Pick<PlaygroundApp, 'strapi'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => statements.push(sql);
  strapi.db.connection.on('query', note);
  try {
    await work();
  } finally {
    strapi.db.connection.removeListener('query', note);
  }
  return statements;
}
