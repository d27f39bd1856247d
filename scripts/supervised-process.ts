import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Writable } from 'node:stream';

import type { SystemUser } from './system-user';

/** How a process ended: by its own exit code, or by a signal. */
export interface ProcessExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface SupervisedProcess {
  pid: number;
  /** Settles when the process has ended, for whatever reason; never rejects. */
  exited: Promise<ProcessExit>;
  /** Asks the process to end, insists after `graceMs` (default 10 s), and resolves once it is gone. */
  stop(graceMs?: number): Promise<void>;
}

export interface SupervisedProcessOptions {
  command: string;
  args?: string[];
  cwd?: string;
  env: NodeJS.ProcessEnv;
  /** The user it runs as; ours by default, and only root may choose. */
  user?: SystemUser;
  /** What asks it to end; SIGTERM by default. */
  stopSignal?: 'SIGTERM' | 'SIGINT';
  /** Where its output goes: to a file, which starts empty, or where ours goes. */
  output: { file: string } | 'inherit';
}

/** What runs, in the order it was started. */
const alive = new Set<SupervisedProcess>();
let stoppingEverything = false;

/**
 * The shell becomes the command (`exec`, so the pid stays) and leaves a watcher behind that waits on a pipe from us.
 * A line says that the command has ended; the pipe closing without one says that we died, even by SIGKILL.
 */
const superviseUntil = (stopSignal: string) => `
exec 3<&0 </dev/null
{ read -r _ <&3 || kill -s ${stopSignal} $$; } >/dev/null 2>&1 &
exec 3<&-
exec "$@"
`;

/**
 * Starts a process that cannot outlive this one. It has a process group of its own, so that Ctrl-C reaches only us and
 * we decide in which order things stop.
 *
 * @throws when the shell cannot be started; a command that is missing shows as exit code 127
 */
export async function startSupervisedProcess(options: SupervisedProcessOptions): Promise<SupervisedProcess> {
  if (stoppingEverything) throw new Error('Everything is being stopped.');
  const { command, args = [], cwd, env, user, stopSignal = 'SIGTERM', output } = options;
  const log = output === 'inherit' ? 'inherit' : openSync(output.file, 'w');
  const child = spawn('/bin/sh', ['-c', superviseUntil(stopSignal.slice('SIG'.length)), 'sh', command, ...args], {
    cwd,
    env,
    ...user,
    stdio: ['pipe', log, log],
    detached: true,
  });
  if (typeof log === 'number') closeSync(log);
  const lifeline = child.stdin as Writable; // a pipe, as asked for above
  // The watcher may be gone before it reads our line.
  lifeline.on('error', () => undefined);
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', (code, signal) => {
      lifeline.end('ended\n');
      resolve({ code, signal });
    });
  });
  await once(child, 'spawn');

  const supervised: SupervisedProcess = {
    pid: child.pid as number, // it has been spawned
    exited,
    async stop(graceMs = 10_000) {
      child.kill(stopSignal);
      const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await exited;
      clearTimeout(insist);
    },
  };
  alive.add(supervised);
  void exited.then(() => alive.delete(supervised));
  return supervised;
}

/** Stops whatever was started here and still runs, the latest first, and lets nothing start any more. */
export async function stopEverything(): Promise<void> {
  stoppingEverything = true;
  for (const supervised of [...alive].reverse()) await supervised.stop();
}

/** "code 1" or "signal SIGKILL". */
export function describeExit({ code, signal }: ProcessExit): string {
  return signal ? `signal ${signal}` : `code ${code}`;
}
