import { join } from 'node:path';

import { buildStale } from '../../scripts/build-stale';
import { everything } from '../../scripts/build-targets';
import { administrator, createPlaygroundDatabase } from '../../scripts/playground-database';
import { type PlaygroundProcess, startPlaygroundProcess } from '../../scripts/playground-process';

/** A real site in a process of its own, as its editors and admins meet it over HTTP. */
export interface Site {
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same database. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the admin API; the parsed answer. @throws on any answer that is none of success */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T>;
}

/**
 * @param directory - where the database and Strapi's log lie
 * @param entries - how many entries there are from the start
 */
export async function openSite(
  directory: string,
  meilisearch: { host: string; apiKey: string },
  entries: number,
): Promise<Site> {
  await buildStale(everything);
  const databaseFile = join(directory, 'soak.db');
  await createPlaygroundDatabase(databaseFile, entries);
  let running: PlaygroundProcess | null = null;
  let token = '';

  const request = async (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${running?.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  const ask: Site['ask'] = async (method, path, body) => {
    const answer = await request(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path} is answered ${answer.status}: ${await answer.text()}`);
    return (answer.status === 204 ? {} : await answer.json()) as never;
  };

  const start = async () => {
    token = '';
    running = await startPlaygroundProcess({ databaseFile, meilisearch, logFile: join(directory, 'strapi.log') });
    const { data } = await ask<{ data: { token: string } }>('POST', '/admin/login', administrator);
    token = data.token;
  };

  await start();
  return {
    start,
    ask,
    stop: async () => running?.stop(),
    async kill() {
      if (!running) return;
      process.kill(running.pid, 'SIGKILL');
      await running.exited;
    },
  };
}
