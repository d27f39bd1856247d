import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { buildSync } from 'esbuild';

import type { Simulation } from '../../tests/simulation/simulate';
import { dealSeeds, type Hand } from './deal-seeds';

/**
 * Lives through seeds in several threads, which end with this process at the latest. What comes of a seed does not
 * depend on the thread, only the order in which one hears of them does.
 *
 * @param onLived - told what came of each
 * @throws when a thread breaks, which no seed should bring about
 */
export async function liveThroughSeeds(
  seeds: Hand,
  threads: number,
  onLived: (simulation: Simulation) => void,
): Promise<void> {
  const program = bundle(join(__dirname, 'seed-thread.ts'));
  const hands = dealSeeds(seeds, threads);
  await Promise.all(Array.from({ length: threads }, () => workThrough(hands, program, onLived)));
}

/** A program and the modules of ours that it needs, as one script: what compiles while it loads is slower to run. */
function bundle(program: string): string {
  const { outputFiles } = buildSync({
    ...{ entryPoints: [program], bundle: true, write: false },
    ...{ platform: 'node', target: 'node20', format: 'cjs', packages: 'external' },
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Takes hands of seeds as long as there are any, in a thread of its own. */
async function workThrough(
  hands: Iterable<Hand>,
  program: string,
  onLived: (simulation: Simulation) => void,
): Promise<void> {
  const thread = new Worker(program, { eval: true });
  const broken = new Promise<never>((_resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`A thread has ended by itself, with code ${code}.`)));
  });
  try {
    for (const hand of hands) {
      thread.postMessage(hand);
      const [simulations] = (await Promise.race([once(thread, 'message'), broken])) as [Simulation[]];
      simulations.forEach(onLived);
    }
  } finally {
    thread.removeAllListeners();
    await thread.terminate();
  }
}
