/** `npm test`: checks, builds and tests; its last line reads "N passed, N failed". */
import { buildStale } from './build-stale';
import { everything, NOT_INCREMENTAL, plugin } from './build-targets';
import { findChromium } from './chromium';
import { runProgram } from './program';
import { runCommand, type Command } from './run-command';
import { runJest } from './run-jest';
import { parseTestArguments, usage, type Check, type Suite } from './test-arguments';
import { addTotals, describeTotals, FAILED, NOTHING, PASSED, type Totals } from './totals';

const COMMANDS: Record<Exclude<Check, 'build'>, Command[]> = {
  types: [
    { name: 'tsc', args: ['--noEmit'] },
    { name: 'tsc', args: ['--noEmit', '-p', 'playground', ...NOT_INCREMENTAL] },
  ],
  lint: [{ name: 'eslint', args: ['.'] }],
  format: [{ name: 'prettier', args: ['--check', '--log-level', 'warn', '.'] }],
  architecture: [{ name: 'depcruise', args: ['--config', '.dependency-cruiser.mjs', '.'] }],
  verify: [{ name: 'strapi-plugin', args: ['verify'] }],
};

let totals = NOTHING;

function count(name: string, result: Totals): void {
  totals = addTotals(totals, result);
  console.log(`${result.failed > 0 ? 'FAILED' : 'passed'}  ${name}\n`);
}

async function runCheck(check: Exclude<Check, 'build'>): Promise<void> {
  console.log(`Checking: ${check} …`);
  let succeeded = true;
  for (const command of COMMANDS[check]) succeeded = (await runCommand(command)) && succeeded;
  count(check, succeeded ? PASSED : FAILED);
}

/** Checks what needs no build. */
async function runEarlyChecks(checks: ReadonlySet<Check>): Promise<void> {
  for (const check of ['types', 'lint', 'format', 'architecture'] as const) {
    if (checks.has(check)) await runCheck(check);
  }
}

/** Builds what the checks are about; the suites find it done. Resolves to whether it could be built. */
async function runBuild(checks: ReadonlySet<Check>): Promise<boolean> {
  if (!checks.has('build') && !checks.has('verify')) return true;
  try {
    await buildStale(checks.has('build') ? everything : [plugin]);
    if (checks.has('build')) count('build', PASSED);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count('build', FAILED);
    return false;
  }
}

/** Without a Chromium the browser tests are left out, and said to be; on a CI server that is a failure. */
function leaveOutBrowser(suites: Set<Suite>): void {
  if (!suites.has('browser') || findChromium()) return;
  suites.delete('browser');
  console.log(
    'No Chromium was found, so the browser tests are left out. Install one, or set CHROMIUM_BIN to its path.',
  );
  if (process.env.CI === 'true') count('browser', FAILED);
}

async function main(): Promise<void> {
  const { help, checks, suites: wanted, patterns } = parseTestArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  const suites = new Set(wanted);
  leaveOutBrowser(suites);
  // Each keeps one core busy, for about as long as the other.
  const [isBuilt] = await Promise.all([runBuild(checks), runEarlyChecks(checks)]);
  if (isBuilt) {
    if (checks.has('verify')) await runCheck('verify');
  } else {
    console.log('Without a build the integration and browser tests are left out.');
    suites.delete('integration');
    suites.delete('browser');
  }
  if (suites.size > 0) totals = addTotals(totals, await runJest({ projects: suites, patterns }));
  console.log(describeTotals(totals));
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

runProgram(main);
