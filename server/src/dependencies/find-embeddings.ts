import type { CollectionDefinition } from '../collections/collection';
import { filterPaths } from './filter-paths';
import { type Link, linksOf, type ModelOf } from './link';
import { type PopulateBranch, populateBranches } from './populate-tree';

/**
 * A way in which the documents of a collection depend on entries of a content type: they embed them through their
 * `populate`, or filters decide by them what is embedded, or who is in scope.
 */
export interface Embedding {
  readonly collection: CollectionDefinition;
  /** The content type of what is embedded. */
  readonly uid: string;
  /** From what is embedded up to the collection's own entries. */
  readonly links: readonly Link[];
}

/** What never becomes part of a search document, or is the document itself in another locale. */
const NEVER_EMBEDDED = new Set(['createdBy', 'updatedBy', 'localizations']);

/**
 * Every embedding of a collection, two levels deep and more, as far as its `populate` and filters go. As these are
 * finite, so is the way round a circle of relations.
 *
 * @param isContentType - components are passed through and not reported: they change with the entry that holds them
 * @param typesHeldBy - the types that a dynamic zone or a polymorphic relation may hold
 */
export function findEmbeddings(
  collection: CollectionDefinition,
  schemas: {
    modelOf: ModelOf;
    isContentType: (uid: string) => boolean;
    typesHeldBy: (uid: string, attribute: string) => readonly string[];
  },
): Embedding[] {
  const { modelOf, isContentType, typesHeldBy } = schemas;

  const walk = (uid: string, level: unknown, above: readonly Link[]): Embedding[] => {
    const attributes = modelOf(uid)?.attributes ?? {};
    const names = Object.keys(attributes).filter(
      (name) => attributes[name]?.type === 'relation' && !NEVER_EMBEDDED.has(name),
    );
    return [...populateBranches(level, names)].flatMap(([name, branch]) =>
      linksOf(modelOf, uid, name, typesOf(branch, typesHeldBy(uid, name))).flatMap((link) => {
        const links = [link, ...above];
        const { populate, filters } = branch.on?.[link.childUid] ?? branch;
        const below = [populate, filterPaths(filters)].flatMap((level) => walk(link.childUid, level, links));
        return isContentType(link.childUid) ? [{ collection, uid: link.childUid, links }, ...below] : below;
      }),
    );
  };

  const { scope, selection } = collection;
  const found = [selection.populate, filterPaths(scope.filters)].flatMap((level) => walk(collection.uid, level, []));
  // What is populated and filtered by is one embedding all the same.
  return [...new Map(found.map((embedding) => [JSON.stringify(embedding.links), embedding])).values()];
}

const typesOf = ({ on }: PopulateBranch, held: readonly string[]) => (on ? Object.keys(on) : held);
