import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { cacheDirectory } from './repository';
import { runCommand } from './run-command';
import { addTotals, FAILED, type JestReport, type Totals, totalsOfJest } from './totals';

export interface JestRun {
  /** Projects of jest. */
  projects: Iterable<string>;
  /** Parts of the paths of the test files to run; all by default. */
  patterns?: string[];
  env?: Record<string, string>;
}

/** Runs tests with our own output, two files at a time, and resolves to their results. */
export async function runJest({ projects, patterns = [], env = {} }: JestRun): Promise<Totals> {
  const reportFile = join(cacheDirectory, 'jest.json');
  // On a fresh clone nothing else may have made it yet.
  await mkdir(cacheDirectory, { recursive: true });
  await rm(reportFile, { force: true });
  const succeeded = await runCommand({
    name: 'jest',
    args: [
      ...['--selectProjects', ...projects],
      ...['--maxWorkers', '2', '--json', '--outputFile', reportFile],
      // A pattern that matches nothing is a mistake.
      ...(patterns.length > 0 ? ['--testPathPatterns', ...patterns] : ['--passWithNoTests']),
    ],
    env,
  });
  const report = await readFile(reportFile, 'utf8').catch((error: unknown) => {
    console.error(`jest wrote no report: ${String(error)}`);
  });
  const totals = report === undefined ? FAILED : totalsOfJest(JSON.parse(report) as JestReport);
  // Something besides the tests may fail, as what has to be ready before them.
  return !succeeded && totals.failed === 0 ? addTotals(totals, FAILED) : totals;
}
