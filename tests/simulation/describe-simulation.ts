import type { Simulation } from './simulate';

/** Names of documents without the zeros that fill them up. */
const brief = (line: string) => line.replace(/0{8,}(?=\d)/g, '');

const replayCommand = (seed: number) => `npm run simulate -- --seed ${seed}`;

/** What went wrong in a seed, what led to it, and how to see it again. */
export function describeSimulation({ seed, violations, trace }: Simulation): string {
  return [
    `Seed ${seed} breaks ${violations.length} promises:`,
    ...violations.slice(0, 5).map((violation) => `  - ${brief(violation)}`),
    '',
    ...trace.map(brief),
    '',
    `Replay: ${replayCommand(seed)}`,
  ].join('\n');
}

/** What went wrong first in a seed, and how to see it again, in a line. */
export function summarizeSimulation({ seed, violations }: Simulation): string {
  return `Seed ${seed}: ${brief(violations[0] ?? 'nothing')} (replay: ${replayCommand(seed)})`;
}
