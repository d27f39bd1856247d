import { HELP, parseCommandLine } from './command-line';

/** Steps without tests of their own: each counts as one check. */
export const CHECKS = ['types', 'lint', 'format', 'architecture', 'build', 'verify'] as const;
/** Projects of jest. */
export const SUITES = ['unit', 'contract', 'simulation', 'integration', 'browser'] as const;

export type Check = (typeof CHECKS)[number];
export type Suite = (typeof SUITES)[number];

const STEPS: readonly string[] = [...CHECKS, ...SUITES];

export const usage = `Usage: npm test -- [options] [patterns]

Installs and builds what is missing, then runs every check and every test.

  --only a,b    runs only these: ${STEPS.join(', ')}
  --help        prints this
  patterns      run only the test files whose path matches one, and no checks`;

export interface TestArguments {
  help: boolean;
  checks: ReadonlySet<Check>;
  suites: ReadonlySet<Suite>;
  patterns: string[];
}

/** @throws with a message that names the option at fault and what to do about it */
export function parseTestArguments(args: string[]): TestArguments {
  const { values, positionals } = readOptions(args);
  const only = values.only?.split(',');
  const stranger = only?.find((name) => !STEPS.includes(name));
  if (stranger !== undefined) throw new Error(`--only ${stranger}: give one or more of ${STEPS.join(', ')}.`);
  const isWanted = (name: string) => only?.includes(name) ?? true;
  return {
    help: values.help,
    checks: new Set(CHECKS.filter((name) => (only ? isWanted(name) : positionals.length === 0))),
    suites: new Set(SUITES.filter(isWanted)),
    patterns: positionals,
  };
}

function readOptions(args: string[]) {
  return parseCommandLine(
    {
      args,
      allowPositionals: true,
      options: { help: HELP, only: { type: 'string' } },
    },
    usage,
  );
}
