import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { cacheDirectory, executable, repositoryRoot } from './repository';
import { describeExit, startSupervisedProcess } from './supervised-process';

export interface Command {
  /** Name of an executable of an installed package. */
  name: string;
  args: string[];
  /** Working directory; the repository's root by default. */
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs a command with our own output, and resolves to whether it succeeded. */
export async function runCommand(command: Command): Promise<boolean> {
  const child = await start(command, 'inherit');
  return (await child.exited).code === 0;
}

/**
 * Runs a command without a word.
 *
 * @param log name of the log file, which is printed if the command fails
 * @throws when it fails
 */
export async function runQuietly(command: Command, log: string): Promise<void> {
  await mkdir(cacheDirectory, { recursive: true });
  const file = join(cacheDirectory, `${log}.log`);
  const child = await start(command, { file });
  const exit = await child.exited;
  if (exit.code === 0) return;
  await pipeline(createReadStream(file), process.stderr, { end: false });
  throw new Error(`${command.name} ${command.args.join(' ')} ended with ${describeExit(exit)}.`);
}

function start({ name, args, cwd = repositoryRoot, env }: Command, output: { file: string } | 'inherit') {
  return startSupervisedProcess({
    command: executable(name),
    args,
    cwd,
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', ...env },
    output,
  });
}
