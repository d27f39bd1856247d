import type { z } from 'zod';

import type { ConfigProblem } from '../contract';
import { type CollectionOptions, collectionOptionsSchema, type GlobalOptions, globalOptionsSchema } from './options';
import { problemAt, problemsOf, shapeOf } from './problems';

/** The part of a content type that decides which options are meant for it. */
export interface ConfigurableType {
  uid: string;
  modelName: string;
}

/** What is configured of one collection, and where. */
export interface ConfiguredCollection {
  options: CollectionOptions;
  path: readonly string[];
  problems: ConfigProblem[];
}

/** The configuration as the plugin uses it; `problems` names all that was not as it should be. */
export interface PluginOptions {
  global: GlobalOptions;
  /** By uid; every configurable type has an entry, defaults where nothing is configured. */
  collections: ReadonlyMap<string, ConfiguredCollection>;
  problems: ConfigProblem[];
}

type Given = Record<string, unknown>;

const GLOBAL_OPTIONS = Object.keys(globalOptionsSchema.shape);

/** Names that mean something else at the top level, so that no collection can stand there under them. */
const isReserved = (name: string) => name === 'collections' || GLOBAL_OPTIONS.includes(name);

/**
 * Reads the user's configuration. Nothing is dropped in silence and nothing throws: an invalid option falls back to its
 * default, and a collection with one keeps its problems and is not synced.
 *
 * A collection stands under `collections` by its uid, or, as in strapi-plugin-meilisearch, at the top level by its
 * modelName; the uid wins.
 */
export function readOptions(raw: unknown, types: readonly ConfigurableType[]): PluginOptions {
  const problems: ConfigProblem[] = [];
  const given = asRecord(raw ?? {}, 'config', problems);
  const byUid = asRecord(given.collections ?? {}, 'collections', problems);
  problems.push(...strangers(given, byUid, types));

  const collections = new Map<string, ConfiguredCollection>();
  for (const { uid, modelName } of types) {
    const [place, ignored] = placesOf(uid, modelName, given, byUid);
    if (ignored) {
      problems.push(
        problemAt(ignored.path, ignored.value, `one place: ${place?.path.join('.') ?? ''} counts, this does not`),
      );
    }
    const path = place?.path ?? ['collections', uid];
    const { value, problems: found } = readLeniently(collectionOptionsSchema, place?.value ?? {}, path);
    problems.push(...found);
    collections.set(uid, { options: value, path, problems: found });
  }

  const configured = Object.fromEntries(Object.entries(given).filter(([key]) => GLOBAL_OPTIONS.includes(key)));
  const global = readLeniently(globalOptionsSchema, configured, []);
  problems.push(...global.problems);
  return { global: global.value, collections, problems };
}

/** Names that are neither options nor content types. */
function strangers(given: Given, byUid: Given, types: readonly ConfigurableType[]): ConfigProblem[] {
  const uids = new Set(types.map(({ uid }) => uid));
  const modelNames = new Set(types.map(({ modelName }) => modelName));
  const atTop = Object.keys(given).filter((key) => !isReserved(key) && !modelNames.has(key));
  const below = Object.keys(byUid).filter((key) => !uids.has(key) && !(modelNames.has(key) && isReserved(key)));
  const options = [...GLOBAL_OPTIONS, 'collections'].join(', ');
  return [
    ...atTop.map((key) => problemAt([key], given[key], `an option (${options}) or the modelName of a content type`)),
    ...below.map((key) =>
      problemAt(
        ['collections', key],
        byUid[key],
        'the uid of a content type that can be synced, such as api::article.article',
      ),
    ),
  ];
}

/** Where the options of a collection stand; the first place counts. */
function placesOf(uid: string, modelName: string, given: Given, byUid: Given): { path: string[]; value: unknown }[] {
  const holder = isReserved(modelName) ? byUid : given;
  const prefix = isReserved(modelName) ? ['collections'] : [];
  return [
    ...(Object.hasOwn(byUid, uid) ? [{ path: ['collections', uid], value: byUid[uid] }] : []),
    ...(Object.hasOwn(holder, modelName) ? [{ path: [...prefix, modelName], value: holder[modelName] }] : []),
  ];
}

/** Parses what can be parsed: where something is wrong, the options beside it still count. */
function readLeniently<T>(
  schema: z.ZodType<T>,
  given: unknown,
  path: readonly string[],
): { value: T; problems: ConfigProblem[] } {
  const configured = withoutUnset(schema, given);
  const parsed = schema.safeParse(configured);
  if (parsed.success) return { value: parsed.data, problems: [] };

  const wrong = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  const rest = schema.safeParse(without(configured, wrong));
  return {
    value: rest.success ? rest.data : schema.parse({}),
    problems: problemsOf(schema, parsed.error, configured, path),
  };
}

/** A value without what stands at these paths; a list keeps the rest of its elements, if there are any. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (Array.isArray(value)) return value.filter((_, position) => !paths.some(([first]) => first === position));
  if (!isRecord(value) || paths.some((path) => path.length === 0)) return {};
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const within = paths.filter(([first]) => first === key).map((path) => path.slice(1));
    if (within.length === 0) return [[key, inner]];
    if (!(isRecord(inner) || Array.isArray(inner)) || within.some((path) => path.length === 0)) return [];
    const rest = without(inner, within);
    return Array.isArray(rest) && rest.length === 0 ? [] : [[key, rest]];
  });
  return Object.fromEntries(entries);
}

/**
 * A value without the options that are not set, at any depth: Strapi's `env()` answers an unset variable with undefined or
 * '', which is "not configured" and not a wrong value.
 */
function withoutUnset(schema: z.ZodType, given: unknown): unknown {
  const shape = shapeOf(schema);
  if (!shape || !isRecord(given)) return given;
  const set = Object.entries(given).filter(([, value]) => value !== '' && value !== null);
  return Object.fromEntries(set.map(([key, value]) => [key, shape[key] ? withoutUnset(shape[key], value) : value]));
}

function asRecord(value: unknown, name: string, problems: ConfigProblem[]): Given {
  if (isRecord(value)) return value;
  problems.push(problemAt([name], value, 'an object'));
  return {};
}

function isRecord(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
