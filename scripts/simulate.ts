/** `npm run simulate`: lives through thousands of seeds, and says how to see again what went wrong. */
import { describeSimulation } from '../tests/simulation/describe-simulation';
import { simulate } from '../tests/simulation/simulate';
import { runProgram } from './program';
import { parseSimulateArguments, usage } from './simulate-arguments';

/** Milliseconds between two progress lines. */
const INTERVAL = 1000;

function describeProgress(done: number, seeds: number, failed: readonly number[], milliseconds: number): string {
  const rate = Math.round((done / milliseconds) * 60_000);
  return `${done} of ${seeds} seeds, ${failed.length} failed, ${rate} a minute`;
}

/** How many seeds have seen each kind of fault. */
function describeFaults(faults: ReadonlyMap<string, number>, seeds: number): string {
  return [...faults]
    .sort(([, one], [, other]) => other - one)
    .map(([fault, count]) => `${((count / seeds) * 100).toFixed(1).padStart(6)} %  ${fault}`)
    .join('\n');
}

async function main(): Promise<void> {
  const { help, first, seeds, isReplay } = parseSimulateArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  const faults = new Map<string, number>();
  const failed: number[] = [];
  const begun = performance.now();
  let shown = begun;
  for (let seed = first; seed < first + seeds; seed += 1) {
    const simulation = await simulate(seed);
    for (const fault of simulation.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    if (isReplay && simulation.violations.length === 0) console.log(simulation.trace.join('\n'));
    if (simulation.violations.length > 0) {
      failed.push(seed);
      // One is enough to read; the others are replayed when it is mended.
      const [violation] = simulation.violations;
      console.log(failed.length === 1 ? describeSimulation(simulation) : `Seed ${seed}: ${violation}`);
    }
    if (performance.now() - shown < INTERVAL) continue;
    shown = performance.now();
    console.log(describeProgress(seed - first + 1, seeds, failed, shown - begun));
  }
  console.log(`\nSeeds that saw each fault:\n${describeFaults(faults, seeds)}\n`);
  console.log(describeProgress(seeds, seeds, failed, performance.now() - begun));
  if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

runProgram(main);
