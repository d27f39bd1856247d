import type { PlaygroundApp } from './strapi-app';

type Strapi = PlaygroundApp['strapi'];
type Row = Record<string, unknown>;

let inserted = 0;

/** The table of a content type, past Strapi and all its hooks: what raw SQL and imports do. */
export function tableOf({ db }: Strapi, uid: string) {
  return db.connection(db.metadata.get(uid).tableName);
}

/** A documentId as Strapi makes them: 24 letters and digits. */
export function newDocumentId(): string {
  inserted += 1;
  return `row${String(inserted).padStart(21, '0')}`;
}

/**
 * Inserts published entries by SQL.
 * @param rows - by names of columns; what every row needs is added
 * @returns their documentIds, in the same order
 */
export async function insertRows(strapi: Strapi, uid: string, rows: readonly object[]): Promise<string[]> {
  const now = new Date();
  const full: Row[] = rows.map((row) => ({
    document_id: newDocumentId(),
    created_at: now,
    updated_at: now,
    published_at: now,
    ...row,
  }));
  for (const row of full) await tableOf(strapi, uid).insert(row);
  return full.map((row) => String(row.document_id));
}

/** Deletes all versions of these documents by SQL. */
export async function deleteRows(strapi: Strapi, uid: string, documentIds: readonly string[]): Promise<void> {
  await tableOf(strapi, uid)
    .whereIn('document_id', [...documentIds])
    .delete();
}

/** DocumentIds of a content type, each once, in the order of their rows. */
export async function documentIdsOf(strapi: Strapi, uid: string): Promise<string[]> {
  const rows = (await tableOf(strapi, uid).select('document_id').orderBy('id')) as { document_id: string }[];
  return [...new Set(rows.map((row) => row.document_id))];
}

/** Links entries to one entry by SQL, through a relation that Strapi keeps in a table of its own. */
export async function insertLinks(
  strapi: Strapi,
  uid: string,
  relation: string,
  documentIds: readonly string[],
  target: string,
): Promise<void> {
  const attribute = strapi.db.metadata.get(uid).attributes[relation] as unknown as {
    target: string;
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  const { name, joinColumn, inverseJoinColumn } = attribute.joinTable;
  const idsOf = async (type: string, documents: readonly string[]): Promise<number[]> =>
    tableOf(strapi, type)
      .whereIn('document_id', [...documents])
      .pluck('id');
  const [targetId] = await idsOf(attribute.target, [target]);
  for (const id of await idsOf(uid, documentIds)) {
    await strapi.db.connection(name).insert({ [joinColumn.name]: id, [inverseJoinColumn.name]: targetId });
  }
}
