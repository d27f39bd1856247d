import type { z } from 'zod';

import type { ConfigProblem } from '../contract';
import { type CollectionOptions, collectionOptionsSchema, type GlobalOptions, globalOptionsSchema } from './options';

/** The part of a content type that decides which options are meant for it. */
export interface ConfigurableType {
  uid: string;
  modelName: string;
}

/** The configuration as the plugin uses it; `problems` names all that was not as it should be. */
export interface PluginOptions {
  global: GlobalOptions;
  /** By uid; every configurable type has an entry, defaults where nothing is configured. */
  collections: ReadonlyMap<string, { options: CollectionOptions; problems: ConfigProblem[] }>;
  problems: ConfigProblem[];
}

const GLOBAL_OPTIONS = Object.keys(globalOptionsSchema.shape);

/**
 * Reads the user's configuration. Nothing is dropped in silence and nothing throws: an invalid global option falls back
 * to its default, a collection with an invalid option keeps its problems and is not synced.
 *
 * A collection stands under `collections` by its uid, or, as in strapi-plugin-meilisearch, at the top level by its
 * modelName; the uid wins.
 */
export function readOptions(raw: unknown, types: readonly ConfigurableType[]): PluginOptions {
  const problems: ConfigProblem[] = [];
  const given = asRecord(raw ?? {}, '', problems);
  const byUid = asRecord(given.collections ?? {}, 'collections', problems);
  const uids = new Set(types.map((type) => type.uid));
  const modelNames = new Set(types.map((type) => type.modelName));

  for (const key of Object.keys(given)) {
    if (key === 'collections' || GLOBAL_OPTIONS.includes(key) || modelNames.has(key)) continue;
    problems.push({
      path: key,
      given: describe(given[key]),
      allowed: `an option (${[...GLOBAL_OPTIONS, 'collections'].join(', ')}) or the modelName of a content type`,
    });
  }
  for (const key of Object.keys(byUid)) {
    if (uids.has(key) || (modelNames.has(key) && GLOBAL_OPTIONS.includes(key))) continue;
    problems.push({
      path: `collections.${key}`,
      given: describe(byUid[key]),
      allowed: 'the uid of a content type that can be synced, such as api::article.article',
    });
  }

  const collections = new Map<string, { options: CollectionOptions; problems: ConfigProblem[] }>();
  for (const { uid, modelName } of types) {
    const place = placeOf(uid, modelName, given, byUid);
    const parsed = collectionOptionsSchema.safeParse(place?.value ?? {});
    const found = parsed.success ? [] : problemsOf(parsed.error.issues, place?.value, place?.path);
    problems.push(...found);
    collections.set(uid, {
      options: parsed.success ? parsed.data : collectionOptionsSchema.parse({}),
      problems: found,
    });
  }

  return { global: readGlobalOptions(given, problems), collections, problems };
}

function readGlobalOptions(given: Record<string, unknown>, problems: ConfigProblem[]): GlobalOptions {
  // Strapi's env() answers an unset variable with undefined or '': that is "not configured", not a wrong value.
  const configured = Object.fromEntries(
    Object.entries(given).filter(([key, value]) => GLOBAL_OPTIONS.includes(key) && value !== '' && value !== null),
  );
  const parsed = globalOptionsSchema.safeParse(configured);
  if (parsed.success) return parsed.data;

  problems.push(...problemsOf(parsed.error.issues, configured));
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  return globalOptionsSchema.parse(Object.fromEntries(Object.entries(configured).filter(([key]) => !wrong.has(key))));
}

function placeOf(
  uid: string,
  modelName: string,
  given: Record<string, unknown>,
  byUid: Record<string, unknown>,
): { path: string; value: unknown } | null {
  if (uid in byUid) return { path: `collections.${uid}`, value: byUid[uid] };
  if (GLOBAL_OPTIONS.includes(modelName) || modelName === 'collections') {
    return modelName in byUid ? { path: `collections.${modelName}`, value: byUid[modelName] } : null;
  }
  return modelName in given ? { path: modelName, value: given[modelName] } : null;
}

function problemsOf(issues: readonly z.core.$ZodIssue[], root: unknown, prefix?: string): ConfigProblem[] {
  return issues.flatMap((issue) => {
    const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = unknownKeys.length > 0 ? unknownKeys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({
      path: [...(prefix === undefined ? [] : [prefix]), ...path].join('.'),
      given: path.includes('apiKey') ? 'a secret' : describe(valueAt(root, path)),
      allowed: unknownKeys.length > 0 ? 'no such option; check the spelling' : issue.message,
    }));
  });
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

function asRecord(value: unknown, path: string, problems: ConfigProblem[]): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  problems.push({ path: path || 'config', given: describe(value), allowed: 'an object' });
  return {};
}

/** A value as it is shown to a person: short, and with no secret in it. */
function describe(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value, (key, inner: unknown) => (/key|secret|password/i.test(key) ? '…' : inner));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
