import { configure } from 'safe-stable-stringify';
import type { z } from 'zod';

import type { ConfigProblem } from '../contract';

/** A webhook's address is one: who knows it may post there. */
const SECRET = /key|secret|password|token|webhook/i;

// A configuration may hold anything: a logger with circles in it, a bigint, a symbol.
const stringify = configure({ bigint: true, maximumDepth: 4, maximumBreadth: 20 });

/** A problem as a person reads it. The value is shown short, and never where it may be a secret. */
export function problemAt(path: readonly PropertyKey[], value: unknown, allowed: string): ConfigProblem {
  const isSecret = path.some((segment) => SECRET.test(String(segment)));
  return { path: path.map(String).join('.'), given: isSecret ? 'a secret' : describe(value), allowed };
}

/**
 * The problems that a schema found, each with what is allowed at its place.
 * @param root - what was parsed
 * @param at - where that stands in the configuration
 */
export function problemsOf(
  schema: z.ZodType,
  error: z.ZodError,
  root: unknown,
  at: readonly string[],
): ConfigProblem[] {
  return error.issues.flatMap((issue) => {
    const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (unknownKeys.length === 0) {
      return [problemAt([...at, ...issue.path], valueAt(root, issue.path), allowedAt(schema, issue.path))];
    }
    return unknownKeys.map((key) => {
      const path = [...issue.path, key];
      return problemAt([...at, ...path], valueAt(root, path), 'no such option; check the spelling');
    });
  });
}

/** The description of the deepest option on the way. */
function allowedAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const option = shapeOf(schema)?.[String(path[0])];
  if (!option) return schema.description ?? 'an object';
  return path.length > 1 && shapeOf(option) ? allowedAt(option, path.slice(1)) : (option.description ?? 'an object');
}

/** The options within an option that is an object, beneath defaults and the like; `null` for any other. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | null {
  if ('unwrap' in schema) return shapeOf((schema as z.ZodOptional<z.ZodType>).unwrap());
  return 'shape' in schema ? (schema as z.ZodObject).shape : null;
}

/** What stands at a path, or nothing. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

function describe(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (value === undefined) return 'nothing';
  const shown = written(value)
    // What stands before an @ may be a password, what stands behind a ? may be a key.
    .replace(/(\w+:\/\/)?[^\s"]*@/g, '$1…@')
    .replace(/\?[^\s"]*/g, '?…');
  return shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
}

function written(value: unknown): string {
  try {
    return stringify(value, (key, inner: unknown) => (SECRET.test(key) ? '…' : inner)) ?? 'a symbol';
  } catch {
    // A getter or a toJSON of the value's own has thrown: whatever it is, it is no option.
    return 'something that cannot be shown';
  }
}
