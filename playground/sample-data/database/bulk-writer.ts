import type { Core, UID } from '@strapi/strapi';

import { EntityTable, type ColumnWriter, type LinkWriter } from './entity-table';
import { RowBuffer, type ColumnValue, type Connection } from './row-buffer';

type Meta = ReturnType<Core.Strapi['db']['metadata']['get']>;
type Attribute = Meta['attributes'][string];
type Relation = Extract<Attribute, { type: 'relation' }>;

/**
 * The attributes of an entity as `strapi.db.query(uid).create` takes them, with relations and media as row ids, and
 * components as nested data.
 */
export type EntityData = Readonly<Record<string, unknown>>;

/** Strapi's own type says that there always are both orders. */
interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
}

const FILE_UID = 'plugin::upload.file';
const ID_COLUMN = 'id';
const COMPONENT_COLUMNS = ['entity_id', 'cmp_id', 'component_type', 'field', 'order'];

/**
 * Writes entities straight into the tables, as Strapi would, at many times its speed: no hooks run, nothing is
 * validated. Ids are counted on from the highest one, so nobody else may insert meanwhile.
 */
export class BulkWriter {
  private readonly tables = new Map<string, EntityTable>();
  private readonly linkTables = new Map<string, RowBuffer>();

  private constructor(private readonly strapi: Core.Strapi) {}

  /** A writer for these content types and the components in them. */
  static async create(strapi: Core.Strapi, uids: readonly string[]): Promise<BulkWriter> {
    const writer = new BulkWriter(strapi);
    for (const uid of uids) await writer.prepare(uid);
    return writer;
  }

  /** Takes an entity in and returns the row id that it will have. */
  add(uid: string, data: EntityData): number {
    return this.table(uid).append(data);
  }

  /** Ties an entity to others, whose ids were not known when it was taken in. */
  link(uid: string, id: number, attribute: string, targetIds: number | readonly number[]): void {
    this.table(uid).link(id, attribute, targetIds);
  }

  /** Inserts all that was taken in, in one transaction, and returns the number of rows. */
  async flush(): Promise<number> {
    return this.strapi.db.transaction(async ({ trx }) => {
      const connection = trx as Connection;
      let rows = 0;
      for (const table of this.tables.values()) rows += await table.rows.insertInto(connection);
      for (const links of this.linkTables.values()) rows += await links.insertInto(connection);
      return rows;
    });
  }

  /**
   * Lets the ids that the database gives out go on from those given here. Only PostgreSQL needs it: its sequences do
   * not notice rows that bring their ids along.
   */
  async alignSequences(): Promise<void> {
    const { connection, dialect } = this.strapi.db;
    if (dialect.client !== 'postgres') return;
    for (const { rows } of this.tables.values()) {
      const sql = "select setval(pg_get_serial_sequence(?, 'id'), greatest((select max(id) from ??), 1))";
      await connection.raw(sql, [rows.table, rows.table]);
    }
  }

  private table(uid: string): EntityTable {
    const table = this.tables.get(uid);
    if (!table) throw new Error(`The writer was not made for ${uid}`);
    return table;
  }

  private async prepare(uid: string): Promise<void> {
    if (this.tables.has(uid)) return;
    const { attributes, tableName } = this.strapi.db.metadata.get(uid);
    const columns = Object.values(attributes).flatMap(columnsOf);
    const [highest] = await this.strapi.db.connection(tableName).max(ID_COLUMN, { as: 'id' });
    const rows = new RowBuffer(tableName, [ID_COLUMN, ...columns.filter((column) => column !== ID_COLUMN)]);
    const table = new EntityTable(uid, rows, Number(highest?.id ?? 0));
    this.tables.set(uid, table);
    for (const [name, attribute] of Object.entries(attributes)) {
      if (attribute.type === 'relation') {
        const write = await this.linkWriter(uid, name, attribute);
        if (write) table.linkWriters.set(name, write);
      } else {
        table.columnWriters.set(name, columnWriter(attribute, rows.columns));
      }
    }
  }

  /** Strapi keeps components and media as relations, so that only the declared type tells them apart. */
  private async linkWriter(uid: string, name: string, attribute: Relation): Promise<LinkWriter | null> {
    const declared = this.strapi.getModel(uid as UID.Schema).attributes[name];
    if (declared?.type === 'component') {
      await this.prepare(declared.component);
      return this.componentWriter(name, attribute, declared.component);
    }
    if (declared?.type === 'dynamiczone') {
      for (const component of declared.components) await this.prepare(component);
      return this.dynamicZoneWriter(name, attribute);
    }
    return declared?.type === 'media' ? this.mediaWriter(uid, name) : this.relationWriter(attribute);
  }

  private componentWriter(field: string, attribute: Relation, component: string): LinkWriter {
    const links = this.componentLinks(attribute);
    return (value, entityId) => {
      if (!Array.isArray(value)) {
        links.append([entityId, this.add(component, value as EntityData), component, field, null]);
        return;
      }
      (value as readonly EntityData[]).forEach((data, index) => {
        links.append([entityId, this.add(component, data), component, field, index + 1]);
      });
    };
  }

  private dynamicZoneWriter(field: string, attribute: Relation): LinkWriter {
    const links = this.componentLinks(attribute);
    return (value, entityId) => {
      (value as readonly (EntityData & { __component: string })[]).forEach(({ __component, ...data }, index) => {
        links.append([entityId, this.add(__component, data), __component, field, index + 1]);
      });
    };
  }

  /** One table ties all components to the entities of a content type, whatever their fields. */
  private componentLinks(attribute: Relation): RowBuffer {
    if (!('joinTable' in attribute)) throw new Error('Components are kept in a join table');
    return this.linkTable(attribute.joinTable.name, COMPONENT_COLUMNS);
  }

  private mediaWriter(uid: string, field: string): LinkWriter {
    const { related } = this.strapi.db.metadata.get(FILE_UID).attributes;
    if (related?.type !== 'relation' || related.relation !== 'morphToMany') throw new Error('Files have no join table');
    const { joinColumn, morphColumn, name } = related.joinTable;
    const columns = [joinColumn.name, morphColumn.idColumn.name, morphColumn.typeColumn.name, 'field', 'order'];
    const links = this.linkTable(name, columns);
    return (value, entityId) => {
      asArray(value as OneOrMany<number>).forEach((fileId, index) => {
        links.append([fileId, entityId, uid, field, index + 1]);
      });
    };
  }

  /** Relations are written from the side that owns the join table; there is nothing to write for the other side. */
  private relationWriter(attribute: Relation): LinkWriter | null {
    if ('mappedBy' in attribute && attribute.mappedBy) return null;
    if (!('joinTable' in attribute) || !('inverseJoinColumn' in attribute.joinTable)) return null;
    const joinTable: JoinTable = attribute.joinTable;
    const { name, joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } = joinTable;
    const columns = [joinColumn.name, inverseJoinColumn.name];
    if (orderColumnName) columns.push(orderColumnName);
    if (inverseOrderColumnName) columns.push(inverseOrderColumnName);
    const links = this.linkTable(name, columns);
    const timesLinked = new Map<number, number>();
    return (value, entityId) => {
      asArray(value as OneOrMany<number>).forEach((targetId, index) => {
        const row: ColumnValue[] = [entityId, targetId];
        if (orderColumnName) row.push(index + 1);
        if (inverseOrderColumnName) {
          const order = (timesLinked.get(targetId) ?? 0) + 1;
          timesLinked.set(targetId, order);
          row.push(order);
        }
        links.append(row);
      });
    };
  }

  private linkTable(name: string, columns: readonly string[]): RowBuffer {
    const links = this.linkTables.get(name) ?? new RowBuffer(name, columns);
    this.linkTables.set(name, links);
    return links;
  }
}

const columnsOf = (attribute: Attribute): string[] =>
  attribute.type !== 'relation' && attribute.columnName ? [attribute.columnName] : [];

function columnWriter(
  { columnName = '', type }: Exclude<Attribute, Relation>,
  columns: readonly string[],
): ColumnWriter {
  const index = columns.indexOf(columnName);
  const isJson = type === 'json' || type === 'blocks';
  return (value, row) => {
    row[index] = isJson ? JSON.stringify(value) : (value as ColumnValue);
  };
}

type OneOrMany<T> = T | readonly T[];

const asArray = <T>(value: OneOrMany<T>): readonly T[] => (Array.isArray(value) ? value : [value as T]);
