/** `npm run demo`: the playground with sample data and a real Meilisearch, ready to click on. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { buildStale } from './build-stale';
import { everything } from './build-targets';
import { DEFAULT_ENTRIES, parseDemoArguments, usage } from './demo-arguments';
import { demoDirectory, demoStateFile, readDemoState, writeDemoState, type DemoState } from './demo-state';
import { freePort } from './free-port';
import { startMeilisearch } from './meilisearch-server';
import { administrator, createPlaygroundDatabase } from './playground-database';
import { startPlaygroundProcess } from './playground-process';
import { endProgram, isEnding, runProgram } from './program';
import { repositoryRoot } from './repository';
import { describeExit, type ProcessExit } from './supervised-process';

const databaseFile = join(demoDirectory, 'playground.db');
const logFile = join(demoDirectory, 'strapi.log');
const FIRST_STRAPI_PORT = 1337;

function endBecauseOf(name: string): (exit: ProcessExit) => void {
  return (exit) => {
    if (isEnding()) return;
    console.error(`${name} ended with ${describeExit(exit)}; stopping the rest.`);
    void endProgram(1);
  };
}

async function startEngine(state: DemoState): Promise<{ host: string; apiKey: string }> {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey = '' } = process.env;
  if (host) return { host, apiKey };
  return startMeilisearch({
    directory: join(demoDirectory, 'meilisearch'),
    port: state.enginePort,
    apiKey: state.engineKey,
    onExit: endBecauseOf('Meilisearch'),
  });
}

/** Creates the database unless there is one. Resolves to the number of entries it was created with. */
async function prepareDatabase(existing: number | undefined, wanted: number | undefined): Promise<number | undefined> {
  if (!existsSync(databaseFile)) {
    const entries = wanted ?? DEFAULT_ENTRIES;
    console.log(`Creating the database with ${entries} entries …`);
    await createPlaygroundDatabase(databaseFile, entries);
    return entries;
  }
  if (wanted === undefined || wanted === existing) return existing;
  throw new Error(
    `--entries ${wanted}: there is a playground with ${existing ?? 'other'} entries already. ` +
      `Add --fresh to start over: npm run demo -- --fresh --entries ${wanted}`,
  );
}

function announce(url: string, engineHost: string): void {
  console.log(`
  Meilisearch tab   ${url}/admin/plugins/meilisearch
  User              ${administrator.email}
  Password          ${administrator.password}

  Search engine     ${engineHost}
  Its key           in ${relative(repositoryRoot, demoStateFile)}
  Database          ${relative(repositoryRoot, databaseFile)}
  Strapi's log      ${relative(repositoryRoot, logFile)}

Ctrl-C stops Strapi and Meilisearch. The data stays for the next start; npm run demo -- --fresh starts over.
`);
}

async function main(): Promise<void> {
  const { help, fresh, entries } = parseDemoArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  await buildStale(everything);
  if (fresh) await rm(demoDirectory, { recursive: true, force: true });
  const state = await readDemoState();
  state.entries = await prepareDatabase(state.entries, entries);
  state.enginePort = await freePort(state.enginePort);
  state.strapiPort = await freePort(state.strapiPort ?? FIRST_STRAPI_PORT);
  await writeDemoState(state);

  console.log('Starting Meilisearch and Strapi …');
  const engine = await startEngine(state);
  const playground = await startPlaygroundProcess({
    databaseFile,
    meilisearch: engine,
    port: state.strapiPort,
    logFile,
  });
  void playground.exited.then(endBecauseOf('Strapi'));
  announce(playground.url, engine.host);
}

runProgram(main);
