import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

import { repositoryRoot } from '../../../scripts/repository';

/** Runs a program that fills a scratch directory, says where it lies, and goes on like this. */
function startProgram(rest: string) {
  const program = `
    const { writeFileSync } = require('node:fs');
    const { makeScratchDirectory } = require('./scripts/scratch-directory');
    const { runProgram } = require('./scripts/program');
    runProgram(async () => {
      const directory = await makeScratchDirectory('program-');
      writeFileSync(directory + '/data', '');
      console.log(directory);
      ${rest}
    });
  `;
  return spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it.each([
  ['fails', 1, `throw new Error('on purpose');`],
  [
    'is interrupted',
    130,
    `process.kill(process.pid, 'SIGINT'); await new Promise((resolve) => setTimeout(resolve, 60_000));`,
  ],
])('leaves no scratch directory behind when it %s', async (_, code, rest) => {
  const program = startProgram(rest);
  const exited = once(program, 'exit');
  const [line] = await once(program.stdout, 'data');
  expect(await exited).toEqual([code, null]);
  expect(String(line)).toMatch(/program-\w+\n$/);
  expect(existsSync(String(line).trim())).toBe(false);
});
