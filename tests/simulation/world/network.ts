import { complaintError, connectionError, foreignError, timeoutError } from '../../../server/src/engine/errors';
import { EngineError, type EnqueuedTask, type Line, type SearchEngine } from '../../../server/src/engine/search-engine';
import type { InMemoryEngine } from '../../support/in-memory-engine';
import type { Random } from './random';
import type { Scheduler, SimulatedProcess } from './scheduler';

export const HOST = 'http://127.0.0.1:7700';

/** What may become of a request. */
export type Mishap =
  | 'refused'
  | 'timeout before effect'
  | 'timeout after effect'
  | '503'
  | '500 of the engine'
  | '429'
  | 'reset after effect'
  | 'slow'
  | 'key revoked';

export const MISHAPS: readonly Mishap[] = [
  'refused',
  'timeout before effect',
  'timeout after effect',
  '503',
  '500 of the engine',
  '429',
  'reset after effect',
  'slow',
  'key revoked',
];

/** A request that was taken by the engine and will change something. */
export interface EngineChange {
  method: keyof SearchEngine;
  args: readonly unknown[];
  /** The task. */
  uid: number;
}

/** How things stand between the processes and the engine. */
export interface Weather {
  /** What befalls each request now, and with what probability. */
  mishaps: readonly { mishap: Mishap; probability: number }[];
}

const CHANGES: ReadonlySet<keyof SearchEngine> = new Set([
  'createIndex',
  'deleteIndex',
  'updateSettings',
  'addDocuments',
  'deleteDocuments',
  'deleteMatching',
]);

/** The engine as one process sees it, through a network that has its moods. */
export function createNetwork(deps: {
  engine: InMemoryEngine;
  scheduler: Scheduler;
  random: Random;
  weather: Weather;
  timeout: number;
  /** Told of every request that changes something, at the moment the engine has taken it. */
  onChange: (process: SimulatedProcess, change: EngineChange) => void;
  onMishap: (mishap: Mishap) => void;
}): (process: SimulatedProcess) => SearchEngine {
  const { engine, scheduler, random, weather, timeout, onChange, onMishap } = deps;

  const mishapNow = (): Mishap | null => {
    const hit = weather.mishaps.find(({ probability }) => random.chance(probability));
    if (hit) onMishap(hit.mishap);
    return hit?.mishap ?? null;
  };

  type Call = (...args: unknown[]) => Promise<unknown>;

  const callOf = (process: SimulatedProcess, method: keyof SearchEngine): Call => {
    const send = async (...args: unknown[]) => {
      const answer = await (engine[method] as Call)(...args);
      if (CHANGES.has(method)) onChange(process, { method, args, uid: (answer as EnqueuedTask).uid });
      return answer;
    };
    /** Takes effect on its way, whatever becomes of the process that has sent it. */
    const arrive = (delay: number, args: unknown[]): Promise<unknown> =>
      delay === 0
        ? send(...args)
        : new Promise((resolve, reject) => {
            scheduler.after(null, delay, () => void send(...args).then(resolve, reject));
          });
    const fail = async (delay: number, error: EngineError): Promise<never> => {
      await scheduler.sleep(process, delay);
      throw error;
    };
    /** Good or bad, an answer reaches only a process that lives. */
    const answerOf = async (arrival: Promise<unknown>, delay: number): Promise<unknown> => {
      await arrival.catch(() => undefined);
      await scheduler.sleep(process, delay);
      return arrival;
    };
    const reset = () => connectionError(HOST, Object.assign(new Error('reset'), { code: 'ECONNRESET' }));

    return async (...args) => {
      if (isHuge(method, args)) {
        return fail(
          random.between(1, 20),
          new EngineError('rejected', 'payload_too_large', 'The payload is too large.'),
        );
      }
      switch (mishapNow()) {
        case 'refused':
          return fail(1, connectionError(HOST, Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
        case 'timeout before effect':
          return fail(timeout, timeoutError(HOST, timeout));
        case 'timeout after effect':
          // What it comes to is never heard of.
          arrive(random.between(0, timeout), args).catch(() => undefined);
          return fail(timeout, timeoutError(HOST, timeout));
        case 'reset after effect':
          arrive(0, args).catch(() => undefined);
          return fail(random.between(1, 100), reset());
        case '503':
          return fail(random.between(1, 50), foreignError(HOST, 503, undefined));
        case '500 of the engine':
          return fail(
            random.between(1, 50),
            complaintError({ code: 'internal', message: 'The engine is in trouble.', type: 'internal' }, 500),
          );
        case '429':
          return fail(random.between(1, 50), foreignError(HOST, 429, undefined));
        case 'key revoked':
          return fail(
            random.between(1, 50),
            complaintError({ code: 'invalid_api_key', message: 'The key is invalid.', type: 'auth' }, 403),
          );
        case 'slow':
          return answerOf(arrive(random.between(0, timeout * 0.8), args), random.between(0, timeout * 0.15));
        case null:
          return answerOf(arrive(0, args), random.between(0.5, 15));
      }
    };
  };

  return (process) => {
    const methods = Object.keys(engine) as (keyof SearchEngine)[];
    return Object.fromEntries(methods.map((method) => [method, callOf(process, method)])) as unknown as SearchEngine;
  };
}

function isHuge(method: keyof SearchEngine, args: readonly unknown[]): boolean {
  return method === 'addDocuments' && [...(args[1] as Iterable<Line>)].some((line) => line.includes('"huge '));
}
