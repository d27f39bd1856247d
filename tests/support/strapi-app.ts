import { randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import supertest from 'supertest';

import { headlessEnvironment } from '../../scripts/headless-environment';
import { createHeadlessPlayground } from '../../scripts/headless-playground';
import { startMeilisearch } from '../../scripts/meilisearch-server';
import { administrator } from '../../scripts/playground-database';
import { cleanUp, type CleanUps } from './clean-ups';
import { guardAgainstLeaks } from './leak-guard';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface PlaygroundAppOptions {
  /** Path of a module whose default export is the plugin's configuration, without host and key. */
  config?: string;
  /** A running engine, which `stop()` leaves alone; by default the app starts one of its own. */
  meilisearch?: { host: string; apiKey: string };
  /** A database that outlives the app; by default the app has one of its own, which `stop()` drops. */
  database?: TestDatabase;
  /** Environment variables until `stop()`. */
  env?: Record<string, string>;
  /** Changes the application before it is loaded, as by adding content types. */
  prepare?: (strapi: Core.Strapi) => void;
}

export interface PlaygroundApp {
  strapi: Core.Strapi;
  /** Requests to the listening server. */
  http: ReturnType<typeof supertest.agent>;
  /** The super admin's JWT. */
  admin: { token: string };
  /** Creates a role with exactly these admin permission actions and a user in it; resolves to the user's JWT. */
  loginAs(permissions: string[]): Promise<string>;
  meilisearch: { host: string; apiKey: string };
  database: TestDatabase;
  /**
   * Stops Strapi and removes what the app made for itself.
   * @throws when something private was in a document that it pushed
   */
  stop(): Promise<void>;
}

/** Sets environment variables for as long as the app runs; `undefined` removes one. */
function setEnvironment(variables: Record<string, string | undefined>, cleanUps: CleanUps): void {
  const before = { ...process.env };
  cleanUps.push(() => (process.env = before));
  process.env = { ...before };
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

async function makeDatabase(cleanUps: CleanUps): Promise<TestDatabase> {
  const database = await createTestDatabase();
  cleanUps.push(database.drop);
  return database;
}

async function startEngine(cleanUps: CleanUps): Promise<{ host: string; apiKey: string }> {
  const engine = await startMeilisearch();
  cleanUps.push(engine.stop);
  return { host: engine.host, apiKey: engine.apiKey };
}

function listen(strapi: Core.Strapi): Promise<void> {
  return new Promise((resolve, reject) => {
    strapi.server.httpServer.once('error', reject);
    strapi.server.listen(0, '127.0.0.1', () => resolve());
  });
}

async function logIn(http: PlaygroundApp['http'], email: string, password: string): Promise<string> {
  const response = await http.post('/admin/login').send({ email, password }).expect(200);
  return response.body.data.token;
}

async function createUser(strapi: Core.Strapi, permissions: string[]): Promise<{ email: string; password: string }> {
  const name = randomBytes(6).toString('hex');
  const roles = strapi.service('admin::role');
  const role = await roles.create({ name: `Role ${name}`, description: permissions.join(', ') });
  const granted = permissions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  await roles.assignPermissions(role.id, granted);
  const credentials = { email: `${name}@example.org`, password: `Aa1-${randomBytes(12).toString('hex')}` };
  const person = { firstname: name, lastname: 'Test', isActive: true, registrationToken: null, roles: [role.id] };
  await strapi.service('admin::user').create({ ...credentials, ...person });
  return credentials;
}

/**
 * Boots the built playground in this process, with a database of its own, on a free loopback port.
 * One at a time: Strapi keeps itself in a global variable. `TEST_LOG=1` prints its log.
 */
export async function bootPlayground(options: PlaygroundAppOptions = {}): Promise<PlaygroundApp> {
  const cleanUps: CleanUps = [];
  const stop = () => cleanUp(cleanUps);
  try {
    const { database = await makeDatabase(cleanUps), meilisearch = await startEngine(cleanUps) } = options;

    const environment = {
      ...headlessEnvironment,
      MEILISEARCH_HOST: meilisearch.host,
      MEILISEARCH_API_KEY: meilisearch.apiKey,
      PLAYGROUND_PLUGIN_CONFIG: options.config,
      ...database.env,
      ...options.env,
    };
    setEnvironment(environment, cleanUps);
    const strapi = createHeadlessPlayground();
    strapi.log.level = process.env.TEST_LOG ? 'debug' : 'error';
    const guard = guardAgainstLeaks(strapi);
    cleanUps.push(guard.stop);
    cleanUps.push(() => strapi.destroy());
    options.prepare?.(strapi);
    await strapi.load();
    cleanUps.push(guard.noteSecrets);
    await listen(strapi);

    const http = supertest.agent(strapi.server.httpServer);
    return {
      strapi,
      http,
      admin: { token: await logIn(http, administrator.email, administrator.password) },
      async loginAs(permissions) {
        const { email, password } = await createUser(strapi, permissions);
        return logIn(http, email, password);
      },
      meilisearch,
      database,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
