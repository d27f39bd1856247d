/** `npm run test:databases`: the integration tests on other databases; its last line reads "N passed, N failed". */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { databaseSystems } from './databases/connection';
import type { DatabaseSystem } from './databases/database-system';
import { installation, installServer } from './databases/install-server';
import { startDatabaseServer } from './databases/server';
import { runProgram } from './program';
import { repositoryRoot } from './repository';
import { runJest } from './run-jest';
import { parseTestDatabasesArguments, type TestDatabasesArguments, usage } from './test-databases-arguments';
import { addTotals, describeTotals, FAILED, NOTHING, type Totals } from './totals';

/** Of a test file: what it tests depends on the database, so that `.ci/run` runs it on each. */
const TAG = '@database-sensitive';

/** Paths of the test files with the tag. */
async function sensitiveFiles(): Promise<string[]> {
  const folder = join(repositoryRoot, 'tests', 'integration');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.test.ts')).map((name) => join(folder, name));
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return files.filter((_, index) => contents[index]?.includes(TAG));
}

/** Path of the server's executable, installed before if that is asked for. */
async function provideServer(system: DatabaseSystem, { install }: TestDatabasesArguments): Promise<string | undefined> {
  const found = system.find();
  if (found !== undefined || !install) return found;
  console.log(`Installing ${system.name} …`);
  await installServer(system);
  return system.find();
}

async function testOn(system: DatabaseSystem, options: TestDatabasesArguments, patterns: string[]): Promise<Totals> {
  const binary = await provideServer(system, options);
  if (binary === undefined) {
    console.log(`No ${system.name} was found. Install one, on Debian by: ${installation(system)}`);
    return FAILED;
  }
  const server = await startDatabaseServer(system, binary);
  try {
    console.log(`Testing on ${system.name} ${server.version}, from ${binary} …`);
    return await runJest({ projects: ['integration'], patterns, env: { TEST_DATABASE_SERVER: server.url } });
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  const options = parseTestDatabasesArguments(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  const patterns = options.sensitive ? await sensitiveFiles() : options.patterns;
  let totals = NOTHING;
  for (const system of databaseSystems.filter(({ client }) => options.clients.has(client))) {
    const result = await testOn(system, options, patterns);
    console.log(`${system.name}: ${describeTotals(result)}\n`);
    totals = addTotals(totals, result);
  }
  console.log(describeTotals(totals));
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

runProgram(main);
