import { readFile } from 'node:fs/promises';

import { freePort } from './free-port';
import { executable, playgroundDirectory } from './repository';
import { startSupervisedProcess, type SupervisedProcess } from './supervised-process';
import { waitUntilAnswering } from './wait-until-answering';

const READY_WITHIN_MS = 180_000;

export interface PlaygroundProcessOptions {
  databaseFile: string;
  meilisearch: { host: string; apiKey: string };
  /** Loopback port; any free one by default. */
  port?: number;
  env?: Record<string, string>;
  /** Where its output goes. */
  logFile: string;
}

export interface PlaygroundProcess extends SupervisedProcess {
  /** Base URL, without a trailing slash. */
  url: string;
}

/**
 * Starts the built playground with its admin panel, and resolves once it answers.
 *
 * @throws when it does not come up; the message holds what it said
 */
export async function startPlaygroundProcess(options: PlaygroundProcessOptions): Promise<PlaygroundProcess> {
  const { databaseFile, meilisearch, env, logFile } = options;
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const strapi = await startSupervisedProcess({
    command: executable('strapi'),
    args: ['start'],
    cwd: playgroundDirectory,
    env: {
      ...process.env,
      // Strapi's production mode refuses to log in over plain HTTP.
      NODE_ENV: 'development',
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: databaseFile,
      MEILISEARCH_HOST: meilisearch.host,
      MEILISEARCH_API_KEY: meilisearch.apiKey,
      ...env,
    },
    output: { file: logFile },
  });
  try {
    await waitUntilAnswering({ name: 'Strapi', url: `${url}/_health`, process: strapi, withinMs: READY_WITHIN_MS });
  } catch (cause) {
    await strapi.stop();
    throw new Error(`Strapi did not start. It said:\n${await readFile(logFile, 'utf8')}`, { cause });
  }
  return { ...strapi, url };
}
