import { setTimeout as delay } from 'node:timers/promises';

import { describeExit, type ProcessExit, type SupervisedProcess } from './supervised-process';

export interface AwaitedServer {
  /** As it is called in messages. */
  name: string;
  url: string;
  /** Whether it is ready; by default, whether its URL answers with a status of 200 to 299. */
  isReady?: () => Promise<boolean>;
  process: SupervisedProcess;
  withinMs: number;
}

/**
 * Resolves as soon as a server that was just started answers.
 *
 * @throws when it ends first, or does not answer in time
 */
export async function waitUntilAnswering(server: AwaitedServer): Promise<void> {
  const { name, url, process, withinMs, isReady = () => answersWell(url, withinMs) } = server;
  const exit: { value?: ProcessExit } = {};
  void process.exited.then((value) => (exit.value = value));
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (exit.value) throw new Error(`${name} ended with ${describeExit(exit.value)} before it answered.`);
    if (Date.now() > deadline) throw new Error(`${name} did not answer within ${withinMs / 1000} s: ${url}`);
    if (await isReady()) return;
    await delay(20);
  }
}

async function answersWell(url: string, withinMs: number): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(withinMs) }).then(
    (response) => response.ok,
    () => false, // not listening yet
  );
}
