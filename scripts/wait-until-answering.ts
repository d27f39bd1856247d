import { setTimeout as delay } from 'node:timers/promises';

import { describeExit, type ProcessExit, type SupervisedProcess } from './supervised-process';

export interface AwaitedServer {
  /** As it is called in messages. */
  name: string;
  /** Answers with a status of 200 to 299 once the server is ready. */
  url: string;
  process: SupervisedProcess;
  withinMs: number;
}

/**
 * Resolves as soon as a server that was just started answers.
 *
 * @throws when it ends first, or does not answer in time
 */
export async function waitUntilAnswering({ name, url, process, withinMs }: AwaitedServer): Promise<void> {
  const exit: { value?: ProcessExit } = {};
  void process.exited.then((value) => (exit.value = value));
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (exit.value) throw new Error(`${name} ended with ${describeExit(exit.value)} before it answered.`);
    if (Date.now() > deadline) throw new Error(`${name} did not answer within ${withinMs / 1000} s: ${url}`);
    const ready = await fetch(url, { signal: AbortSignal.timeout(withinMs) }).then(
      (response) => response.ok,
      () => false, // not listening yet
    );
    if (ready) return;
    await delay(20);
  }
}
