import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../free-port';
import { describeExit, startSupervisedProcess, type SupervisedProcess } from '../supervised-process';
import { type SystemUser, unprivilegedUser } from '../system-user';
import { waitUntilAnswering } from '../wait-until-answering';
import { connected } from './connection';
import type { DatabaseSystem, ServerCommand, ServerSetup } from './database-system';

const READY_WITHIN_MS = 60_000;

export interface DatabaseServer {
  /** With the credentials of its superuser. */
  url: string;
  version: string;
  pid: number;
  /** Ends the server by its pid, and removes its data. */
  stop(): Promise<void>;
}

interface Place {
  directory: string;
  user: SystemUser | undefined;
}

/** A folder in the temporary directory that belongs to the user who is to run the server. */
async function makePlace({ client, debian }: DatabaseSystem): Promise<Place> {
  const user = await unprivilegedUser(debian.user);
  const directory = await mkdtemp(join(tmpdir(), `${client}-`));
  if (user) await chown(directory, user.uid, user.gid);
  return { directory, user };
}

const logIn = (directory: string) => join(directory, 'server.log');

function start(
  { command, args }: ServerCommand,
  { directory, user }: Place,
  stopSignal?: DatabaseSystem['stopSignal'],
) {
  return startSupervisedProcess({
    command,
    args,
    cwd: directory,
    env: process.env,
    output: { file: logIn(directory) },
    ...(user ? { user } : {}),
    ...(stopSignal ? { stopSignal } : {}),
  });
}

async function initialize(system: DatabaseSystem, binary: string, place: Place, setup: ServerSetup): Promise<void> {
  const initialization = await start(await system.initialize(binary, setup), place);
  const exit = await initialization.exited;
  if (exit.code !== 0) throw new Error(`Its initialization ended with ${describeExit(exit)}.`);
}

/** Whether a server lets us in, and by which version. */
const askVersion = ({ versionQuery }: DatabaseSystem, url: string) =>
  connected(url, async (connection) => {
    const answer = (await connection.raw(versionQuery)) as { rows: { version: string }[] } | [{ version: string }[]];
    const [row] = Array.isArray(answer) ? answer[0] : answer.rows;
    return row?.version ?? 'of an unknown version';
  });

/**
 * Starts a server of our own on the loopback interface, with data of its own, and resolves once it answers. It ends with
 * this process at the latest.
 *
 * @param binary - the executable that {@link DatabaseSystem.find} found
 * @throws when it does not come up; the message holds what it said
 */
export async function startDatabaseServer(system: DatabaseSystem, binary: string): Promise<DatabaseServer> {
  const place = await makePlace(system);
  const { directory } = place;
  const setup = {
    directory,
    port: await freePort(),
    username: 'playground',
    password: randomBytes(24).toString('hex'),
  };
  const address = `127.0.0.1:${setup.port}`;
  const url = `${system.client}://${setup.username}:${setup.password}@${address}`;
  const remove = () => rmSync(directory, { recursive: true, force: true });
  let server: SupervisedProcess | undefined;
  try {
    await initialize(system, binary, place, setup);
    const running = await start(system.serve(binary, setup), place, system.stopSignal);
    server = running;
    const isReady = () =>
      askVersion(system, url).then(
        () => true,
        () => false, // not listening yet
      );
    const { name } = system;
    await waitUntilAnswering({ name, url: address, process: running, withinMs: READY_WITHIN_MS, isReady });
    const version = await askVersion(system, url);
    // At once and not in `stop()`, for a program that is interrupted waits for its processes only.
    void running.exited.then(remove);
    return { url, version, pid: running.pid, stop: () => running.stop() };
  } catch (cause) {
    const said = await readFile(logIn(directory), 'utf8').catch(() => 'nothing');
    await server?.stop();
    remove();
    throw new Error(`${system.name} did not start. It said:\n${said}`, { cause });
  }
}
