import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import supertest from 'supertest';

import { headlessEnvironment } from '../../scripts/headless-environment';
import { freePort } from '../../scripts/free-port';
import { administrator } from '../../scripts/playground-database';
import { repositoryRoot } from '../../scripts/repository';
import { startSupervisedProcess, type SupervisedProcess } from '../../scripts/supervised-process';
import { waitUntilAnswering } from '../../scripts/wait-until-answering';
import { type AdminApi, createAdminApi } from './admin-api';
import { eventually } from './eventually';
import type { PlaygroundApp } from './strapi-app';
import type { TestDatabase } from './test-database';

const READY_WITHIN_MS = 120_000;

/** What a test may order of a child. The configuration exports the gate, as `reading`. */
export interface Orders {
  /** A failpoint and what happens there, like `before-the-purge:kill`. */
  breakAt?: string;
  /** Titles of the entries that wait at the gate before they are read. */
  waitAt?: string[];
  /** `step` lets those through who wait now, and nobody after them. */
  gate?: 'open' | 'shut' | 'step';
}

/** A Strapi in a process of its own, which may be killed. */
export interface PlaygroundChild extends SupervisedProcess {
  api: AdminApi;
  http: PlaygroundApp['http'];
  admin: PlaygroundApp['admin'];
  /** What it has logged of warnings and errors. */
  log(): Promise<string>;
  order(orders: Orders): Promise<{ waiting: number }>;
  /** Waits until somebody waits at the gate. */
  untilWaiting(): Promise<void>;
}

export interface PlaygroundChildOptions {
  /** Path of a module whose default export is the plugin's configuration. */
  config: string;
  database: TestDatabase;
  meilisearch: { host: string; apiKey: string };
  /** Gets its log. */
  directory: string;
  /** What it may hold in memory before V8 aborts it; V8's own choice by default. */
  heapMegabytes?: number;
}

/**
 * Boots the built playground in a process that ends with this one at the latest.
 * @throws when it does not come up; the message holds what it said
 */
export async function startPlaygroundChild(options: PlaygroundChildOptions): Promise<PlaygroundChild> {
  const { config, database, meilisearch, directory, heapMegabytes } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(directory, `strapi-${port}.log`);
  const strapi = await startSupervisedProcess({
    command: process.execPath,
    args: [
      ...(heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`]),
      '--import',
      'tsx',
      join(repositoryRoot, 'tests', 'support', 'playground-child-program.ts'),
    ],
    cwd: repositoryRoot,
    env: {
      ...process.env,
      ...headlessEnvironment,
      HOST: '127.0.0.1',
      PORT: String(port),
      MEILISEARCH_HOST: meilisearch.host,
      MEILISEARCH_API_KEY: meilisearch.apiKey,
      PLAYGROUND_PLUGIN_CONFIG: config,
      ...database.env,
    },
    output: { file: logFile },
  });
  try {
    await waitUntilAnswering({ name: 'Strapi', url: `${url}/_health`, process: strapi, withinMs: READY_WITHIN_MS });
    const http = supertest.agent(url);
    const { body } = await http.post('/admin/login').send(administrator).expect(200);
    const admin = { token: String(body.data.token) };
    const order: PlaygroundChild['order'] = async (orders) =>
      (await http.post('/orders').send(orders).expect(200)).body;
    return {
      ...strapi,
      http,
      admin,
      order,
      log: () => readFile(logFile, 'utf8'),
      api: createAdminApi({ http, admin }),
      untilWaiting: () => eventually(async () => expect((await order({})).waiting).toBe(1)),
    };
  } catch (cause) {
    await strapi.stop();
    throw new Error(`Strapi did not start. It said:\n${await readFile(logFile, 'utf8')}`, { cause });
  }
}
