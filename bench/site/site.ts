import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { headlessEnvironment } from '../../scripts/headless-environment';
import { freePort } from '../../scripts/free-port';
import { keptDatabase } from '../../scripts/kept-database';
import { repositoryRoot } from '../../scripts/repository';
import { makeScratchDirectory } from '../../scripts/scratch-directory';
import { type Call, READY, type Reply } from './calls';
import type { Deeds } from './deeds';

export interface SiteOptions {
  /** Offers and housing ads in its database. */
  entries: number;
  /** `null`: the same site without the plugin. */
  engine: { host: string; apiKey: string } | null;
  /** More of its environment. */
  env?: Record<string, string>;
}

/** A Strapi in a process of its own, with a database of its own. */
export interface Site {
  pid: number;
  url: string;
  /** Has the site do something in its own process. @throws what went wrong there */
  call<Deed extends keyof Deeds>(
    deed: Deed,
    parameters: Parameters<Deeds[Deed]>[0],
  ): Promise<Awaited<ReturnType<Deeds[Deed]>>>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** @throws when it does not come up; the message holds what it said */
export async function startSite({ entries, engine, env }: SiteOptions): Promise<Site> {
  const database = await keptDatabase(entries);
  const directory = await makeScratchDirectory('bench-site-');
  const databaseFile = join(directory, 'playground.db');
  await copyFile(database, databaseFile);
  const port = await freePort();
  const logFile = join(directory, 'strapi.log');
  const log = openSync(logFile, 'w');
  const child = fork(join(__dirname, 'site-program.ts'), {
    cwd: repositoryRoot,
    execArgv: [...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), '--import', 'tsx'],
    stdio: ['ignore', log, log, 'ipc'],
    // Ctrl-C reaches the bench alone, and the site ends with it.
    detached: true,
    env: {
      ...process.env,
      ...headlessEnvironment,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: databaseFile,
      PLAYGROUND_PLUGIN_CONFIG: join(__dirname, 'config.ts'),
      ...(engine
        ? { MEILISEARCH_HOST: engine.host, MEILISEARCH_API_KEY: engine.apiKey }
        : { PLAYGROUND_MEILISEARCH: 'false' }),
      ...env,
    },
  });
  closeSync(log);

  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let isUp = false;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: Reply | typeof READY) => {
      if (message === READY) {
        isUp = true;
        resolve();
        return;
      }
      const call = open.get(message.id);
      open.delete(message.id);
      if ('error' in message) call?.reject(new Error(message.error));
      else call?.resolve(message.value);
    });
    void exited.then(async () => {
      const error = new Error(`The site ended. It said:\n${await readFile(logFile, 'utf8').catch(String)}`);
      if (!isUp) reject(error);
      for (const call of open.values()) call.reject(error);
    });
  });

  const stop = async () => {
    // It ends by itself then, and may write what it has profiled.
    if (child.connected) child.disconnect();
    const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(insist);
    await rm(directory, { recursive: true, force: true });
  };

  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  let calls = 0;
  return {
    pid: child.pid as number, // it has been spawned
    url: `http://127.0.0.1:${port}`,
    call: (deed, parameters) =>
      new Promise((resolve, reject) => {
        const call: Call = { id: (calls += 1), deed, parameters };
        open.set(call.id, { resolve, reject });
        child.send(call, (error) => {
          if (error) reject(error);
        });
      }),
    stop,
  };
}
