import { randomBytes } from 'node:crypto';
import { cp, mkdir, rm } from 'node:fs/promises';

import { freePort } from '../../scripts/free-port';
import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { makeScratchDirectory } from '../../scripts/scratch-directory';

/** An engine that can go away and come back as it was: at the same address, with the same key and data. */
export interface KeptEngine {
  host: string;
  apiKey: string;
  port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Stops it and starts it again without any data. */
  empty(): Promise<void>;
  /** Takes a copy of its data, as a backup does; stops it for that and starts it again. */
  backUp(): Promise<void>;
  /** Stops it and starts it again with the data of the last {@link KeptEngine.backUp}. */
  restore(): Promise<void>;
  /** Stops it for good and removes its data, unless it was told where to keep them. */
  remove(): Promise<void>;
}

/**
 * Starts an engine that can go away and come back.
 * @param options.directory - where it keeps its data and its log; by default a directory of its own
 */
export async function startKeptEngine(options: { directory?: string } = {}): Promise<KeptEngine> {
  const directory = options.directory ?? (await makeScratchDirectory('kept-engine-'));
  const backup = `${directory}-backup`;
  const port = await freePort();
  const apiKey = randomBytes(24).toString('hex');
  let running: MeilisearchServer | null = null;

  const start = async () => {
    running ??= await startMeilisearch({ directory, port, apiKey });
  };
  const stop = async () => {
    await running?.stop();
    running = null;
  };
  const kill = async () => {
    if (running) process.kill(running.pid, 'SIGKILL');
    await stop();
  };
  const empty = async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory);
    await start();
  };
  const backUp = async () => {
    await stop();
    await cp(directory, backup, { recursive: true });
    await start();
  };
  const restore = async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
    await cp(backup, directory, { recursive: true });
    await start();
  };
  const remove = async () => {
    await stop();
    await rm(backup, { recursive: true, force: true });
    if (!options.directory) await rm(directory, { recursive: true, force: true });
  };

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { host: `http://127.0.0.1:${port}`, apiKey, port, start, stop, kill, empty, backUp, restore, remove };
}
