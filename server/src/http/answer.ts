import type { Context } from 'koa';
import { z } from 'zod';

import type { Trigger } from '../contract';
import { EngineError } from '../engine/search-engine';
import { Conflict, InvalidRequest, NotFound, NotSyncable, UnknownCollection } from '../sync/errors';

/** The ways to fail that Strapi adds to Koa's context; each answers its error body with a true status code. */
interface ErrorAnswers {
  badRequest(message: string, details?: object): void;
  notFound(message: string): void;
  conflict(message: string): void;
  serviceUnavailable(message: string, details?: object): void;
}

/** A request as the handlers see it. */
export type Request = Context & ErrorAnswers;

/** A body or query that is not as it should be; names each field and what is allowed. */
class InvalidInput extends Error {
  override readonly name = 'InvalidInput';

  constructor(readonly errors: { path: string; message: string }[]) {
    super(errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '));
  }
}

/** Reads untrusted input. @throws InvalidInput, which is answered by 400 */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

/** One of these words; whoever gives another is told them. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `one of ${words.join(', ')}` });
}

/** A handler that answers what it is given as `{ data }`, with 200 or the status named, and errors as what they are. */
export function answering(handle: (request: Request) => Promise<unknown>, status = 200) {
  return answeringRaw(async (request) => ({ data: await handle(request) }), status);
}

/** Like {@link answering}, for handlers that build the whole body. */
export function answeringRaw(handle: (request: Request) => Promise<object>, status = 200) {
  return async (context: Context): Promise<void> => {
    const request = context as Request;
    try {
      const body = await handle(request);
      request.status = status;
      request.body = body;
    } catch (error) {
      if (!answerError(request, error)) throw error;
    }
  };
}

function answerError(request: Request, error: unknown): boolean {
  if (error instanceof InvalidInput) request.badRequest(error.message, { errors: error.errors });
  else if (error instanceof NotSyncable || error instanceof InvalidRequest) request.badRequest(error.message);
  else if (error instanceof UnknownCollection || error instanceof NotFound) request.notFound(error.message);
  else if (error instanceof Conflict) request.conflict(error.message);
  else if (error instanceof EngineError) request.serviceUnavailable(error.message, { code: error.code });
  else return false;
  return true;
}

/** Who pressed the button. */
export function triggerOf(request: Request): Trigger {
  const user = request.state.user as { firstname?: string; lastname?: string; email?: string } | undefined;
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ');
  return { by: 'admin', user: name === '' ? (user?.email ?? null) : name };
}

/** A parameter of the path; the router has decoded it. */
export function param(request: Request, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}
