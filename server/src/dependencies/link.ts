/**
 * How an entry, or a component, holds another one: a table with a row for each pair. Also where Strapi keeps the
 * other's id in a column of its own, for then the table is that of the entry itself.
 */
export interface Link {
  /** The type that embeds, and its attribute. */
  readonly parentUid: string;
  readonly attribute: string;
  readonly childUid: string;
  readonly table: string;
  /** Columns with the row ids of both sides. */
  readonly parentColumn: string;
  readonly childColumn: string;
  /** What else a row of the table must have to be of this attribute. */
  readonly only: Readonly<Record<string, string>>;
  /** The attribute of the child by which the same pair can be written from there. */
  readonly inverse: string | null;
  /** Whether a child can have one parent only: linking it to another one takes it from the first. */
  readonly isExclusive: boolean;
  /** Whether a parent can have one child only: linking another one to it takes the first from it. */
  readonly isSingle: boolean;
  /**
   * Whether Strapi links the row that replaces a published row, or a draft, to just the same parents. What can be written
   * from both sides is linked anew, as the version has it that was copied.
   */
  readonly survivesPublish: boolean;
}

interface Column {
  name: string;
  referencedColumn?: string;
}

interface MorphColumn {
  idColumn: Column;
  typeColumn: Column;
}

/** What Strapi's database metadata says of an attribute that holds others; names are never built, for Strapi shortens them. */
export interface RelationMetadata {
  type: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  inversedBy?: string;
  mappedBy?: string;
  owner?: boolean;
  unstable_virtual?: boolean;
  joinColumn?: Column;
  joinTable?: { name: string; joinColumn: Column; inverseJoinColumn?: Column; morphColumn?: MorphColumn; on?: object };
  morphColumn?: MorphColumn;
}

/** A content type or component in Strapi's database metadata. */
export interface ModelMetadata {
  tableName: string;
  attributes: Record<string, RelationMetadata>;
}

/** Looks up a type; `undefined` where there is none. */
export type ModelOf = (uid: string) => ModelMetadata | undefined;

/**
 * The links of an attribute: one, or one for each type that a dynamic zone or a polymorphic relation may hold.
 *
 * @param types - what a dynamic zone or a polymorphic relation may hold
 */
export function linksOf(modelOf: ModelOf, parentUid: string, attribute: string, types: readonly string[]): Link[] {
  const model = modelOf(parentUid);
  const metadata = model?.attributes[attribute];
  if (!model || !metadata) return [];
  const from = { parentUid, attribute, inverse: null, isExclusive: false, isSingle: false, survivesPublish: false };
  if (metadata.relation === 'morphToMany' || metadata.relation === 'morphToOne') {
    return types.flatMap((childUid) => polymorphicLink({ ...from, childUid }, model, metadata));
  }
  if (metadata.target === undefined) return [];
  const towards = { ...from, childUid: metadata.target };
  return metadata.morphBy === undefined
    ? plainLink(towards, model, metadata, modelOf)
    : inversePolymorphicLink(towards, metadata.morphBy, modelOf);
}

type Ends = Pick<
  Link,
  'parentUid' | 'attribute' | 'childUid' | 'inverse' | 'isExclusive' | 'isSingle' | 'survivesPublish'
>;

function plainLink(ends: Ends, model: ModelMetadata, metadata: RelationMetadata, modelOf: ModelOf): Link[] {
  const { joinTable, joinColumn, relation = '' } = metadata;
  const inverse = metadata.inversedBy ?? metadata.mappedBy ?? null;
  const link = {
    ...ends,
    inverse,
    isExclusive: relation === 'oneToOne' || relation === 'oneToMany',
    isSingle: relation === 'oneToOne' || relation === 'manyToOne',
  };
  if (joinTable?.inverseJoinColumn) {
    return [
      {
        ...link,
        table: joinTable.name,
        parentColumn: joinTable.joinColumn.name,
        childColumn: joinTable.inverseJoinColumn.name,
        only: { ...joinTable.on },
        survivesPublish: inverse === null,
      },
    ];
  }
  if (!joinColumn) return [];
  if (joinColumn.referencedColumn === undefined || joinColumn.referencedColumn === 'id') {
    return [{ ...link, table: model.tableName, parentColumn: 'id', childColumn: joinColumn.name, only: {} }];
  }
  const child = modelOf(ends.childUid);
  if (!child) return [];
  return [{ ...link, table: child.tableName, parentColumn: joinColumn.referencedColumn, childColumn: 'id', only: {} }];
}

/** A dynamic zone, or a relation to entries of several types. */
function polymorphicLink(ends: Ends, model: ModelMetadata, { joinTable, morphColumn }: RelationMetadata): Link[] {
  if (joinTable?.morphColumn) {
    const { idColumn, typeColumn } = joinTable.morphColumn;
    return [
      {
        ...ends,
        table: joinTable.name,
        parentColumn: joinTable.joinColumn.name,
        childColumn: idColumn.name,
        only: { ...joinTable.on, [typeColumn.name]: ends.childUid },
      },
    ];
  }
  if (!morphColumn) return [];
  const { idColumn, typeColumn } = morphColumn;
  const only = { [typeColumn.name]: ends.childUid };
  return [{ ...ends, table: model.tableName, parentColumn: 'id', childColumn: idColumn.name, only }];
}

/** Media, and whatever else looks at a polymorphic relation from its other side. */
function inversePolymorphicLink(ends: Ends, morphBy: string, modelOf: ModelOf): Link[] {
  const child = modelOf(ends.childUid);
  const { joinTable, morphColumn } = child?.attributes[morphBy] ?? {};
  const link = { ...ends, inverse: morphBy };
  if (joinTable?.morphColumn) {
    const { idColumn, typeColumn } = joinTable.morphColumn;
    return [
      {
        ...link,
        table: joinTable.name,
        parentColumn: idColumn.name,
        childColumn: joinTable.joinColumn.name,
        // Strapi writes the attribute's name beside the type; it is in no metadata.
        only: { [typeColumn.name]: ends.parentUid, field: ends.attribute },
      },
    ];
  }
  if (!child || !morphColumn) return [];
  const { idColumn, typeColumn } = morphColumn;
  const only = { [typeColumn.name]: ends.parentUid };
  const ofChild = { table: child.tableName, parentColumn: idColumn.name, childColumn: 'id', only };
  return [{ ...link, ...ofChild, isExclusive: true }];
}
