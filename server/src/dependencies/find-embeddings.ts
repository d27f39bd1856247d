import type { CollectionDefinition } from '../collections/collection';
import { NEVER_EMBEDDED } from '../collections/never-embedded';
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
  /** Whether filters decide by it: these look at drafts too, also where only what is published is embedded. */
  readonly decides: boolean;
}

/** What is asked for at one level, and whether filters ask for it. */
interface Level {
  readonly populate: unknown;
  readonly decides: boolean;
}

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

  const walk = (uid: string, { populate, decides }: Level, above: readonly Link[]): Embedding[] => {
    const attributes = modelOf(uid)?.attributes ?? {};
    const names = Object.keys(attributes).filter(
      (name) => attributes[name]?.type === 'relation' && !NEVER_EMBEDDED.has(name),
    );
    return [...populateBranches(populate, names)].flatMap(([name, branch]) =>
      linksOf(modelOf, uid, name, typesOf(branch, typesHeldBy(uid, name))).flatMap((link) => {
        const links = [link, ...above];
        const levels = levelsOf(branch.on?.[link.childUid] ?? branch, decides);
        const below = levels.flatMap((level) => walk(link.childUid, level, links));
        return isContentType(link.childUid) ? [{ collection, uid: link.childUid, links, decides }, ...below] : below;
      }),
    );
  };

  const { scope, selection } = collection;
  const levels = levelsOf({ populate: selection.populate, filters: scope.filters }, false);
  return merged(levels.flatMap((level) => walk(collection.uid, level, [])));
}

const levelsOf = ({ populate, filters }: { populate: unknown; filters: unknown }, decides: boolean): Level[] => [
  { populate, decides },
  { populate: filterPaths(filters), decides: true },
];

/** What is populated and filtered by is one embedding all the same. */
function merged(embeddings: readonly Embedding[]): Embedding[] {
  const byLinks = new Map<string, Embedding>();
  for (const embedding of embeddings) {
    const key = JSON.stringify(embedding.links);
    const decides = embedding.decides || byLinks.get(key)?.decides === true;
    byLinks.set(key, { ...embedding, decides });
  }
  return [...byLinks.values()];
}

const typesOf = ({ on }: PopulateBranch, held: readonly string[]) => (on ? Object.keys(on) : held);
