import { rm } from 'node:fs/promises';

import { makeScratchDirectory } from '../../scripts/scratch-directory';
import type { Run } from '../../server/src/contract';
import type { LastingParts } from './lasting-parts';
import { type PlaygroundChild, type PlaygroundChildOptions, startPlaygroundChild } from './playground-child';

const HOUSING = 'api::housing.housing';
const AFTER_A_DEATH = { timeoutMs: 60_000 };

type Life = Partial<Pick<PlaygroundChildOptions, 'config' | 'heapMegabytes'>>;

/** A site whose Strapi dies, and starts again on what lasts. */
export interface MortalSite {
  /** The Strapi that was started last, dead or alive. */
  readonly strapi: PlaygroundChild;
  /** Starts the next one. */
  start(life?: Life): Promise<void>;
  /** Waits until all that was saved is in the index. */
  untilEqual(): Promise<void>;
  /** Every difference between database and index is on record: the next process has to find it. */
  expectNothingLost(): Promise<void>;
  /** Starts the next Strapi, which ends the run that the last one has begun; with the same start and stamp. */
  expectResumed(): Promise<Run>;
  /** Stops it and removes its logs; what lasts is left alone. */
  remove(): Promise<void>;
}

/**
 * Starts a site and waits until its index equals its database.
 * @param config - path of the plugin's configuration, for every Strapi that is not given another
 */
export async function startMortalSite(
  { database, meilisearch, witness }: LastingParts,
  config: string,
): Promise<MortalSite> {
  const directory = await makeScratchDirectory('playground-children-');
  let strapi: PlaygroundChild | null = null;

  const start = async (life: Life = {}) => {
    strapi = await startPlaygroundChild({ config, database, meilisearch, directory, ...life });
  };
  const started = () => {
    if (!strapi) throw new Error('No Strapi was started.');
    return strapi;
  };
  const remove = async () => {
    await strapi?.stop();
    await rm(directory, { recursive: true, force: true });
  };
  const untilEqual = () => witness.untilEqual(AFTER_A_DEATH);

  try {
    await start();
    await untilEqual();
    await started().api.untilCollection(HOUSING, { state: 'in-sync' });
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    get strapi() {
      return started();
    },
    start,
    untilEqual,
    remove,

    async expectNothingLost() {
      const differing = await witness.differing();
      expect(await witness.marked()).toEqual(expect.arrayContaining(differing));
    },

    async expectResumed() {
      const died = await witness.lastRun();
      expect(died).toMatchObject({ status: 'running', error: null });
      await start();
      const run = await started().api.finished(died);
      expect(run).toMatchObject({
        status: 'succeeded',
        error: null,
        startedAt: new Date(Number(died.startedAt)).toISOString(),
        stamp: died.stamp,
        counts: { pushed: run.counts.read, failed: 0 },
      });
      await untilEqual();
      return run;
    },
  };
}
