import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repositoryRoot } from '../../../scripts/repository';
import { describeExit, startSupervisedProcess } from '../../../scripts/supervised-process';
import { eventually } from '../../support/eventually';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'supervised-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('writes what the process says to a file, and tells how it ended', async () => {
  const file = join(directory, 'said.log');
  const child = await startSupervisedProcess({
    command: '/bin/sh',
    args: ['-c', 'echo "$WORD"; exit 3'],
    env: { WORD: 'hello' },
    output: { file },
  });
  expect(describeExit(await child.exited)).toBe('code 3');
  expect(await readFile(file, 'utf8')).toBe('hello\n');
});

it('ends the process by its pid', async () => {
  const child = await startSupervisedProcess({
    command: 'sleep',
    args: ['600'],
    env: process.env,
    output: { file: join(directory, 'sleep.log') },
  });
  expect(isRunning(child.pid)).toBe(true);
  await child.stop();
  expect(isRunning(child.pid)).toBe(false);
  expect(describeExit(await child.exited)).toBe('signal SIGTERM');
});

it('ends the process by the signal that it listens to', async () => {
  const child = await startSupervisedProcess({
    command: 'sleep',
    args: ['600'],
    env: process.env,
    stopSignal: 'SIGINT',
    output: { file: join(directory, 'interrupted.log') },
  });
  await child.stop();
  expect(describeExit(await child.exited)).toBe('signal SIGINT');
});

it('insists when the process does not listen', async () => {
  const file = join(directory, 'stubborn.log');
  const child = await startSupervisedProcess({
    command: '/bin/sh',
    args: ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done'],
    env: process.env,
    output: { file },
  });
  await eventually(async () => expect(await readFile(file, 'utf8')).toBe('ready\n'));
  await child.stop(50);
  expect(describeExit(await child.exited)).toBe('signal SIGKILL');
});

it('does not let the process outlive the one that started it, even when that is killed', async () => {
  const program = `
    const { startSupervisedProcess } = require('./scripts/supervised-process');
    startSupervisedProcess({ command: 'sleep', args: ['600'], env: process.env, output: 'inherit' })
      .then(({ pid }) => console.log(pid));
  `;
  const parent = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await eventually(() => expect(isRunning(pid)).toBe(false));
  } finally {
    parent.kill('SIGKILL');
  }
});
