/** `npm run bench`: how fast the plugin is, each figure beside its reference in the same run. */
import { toTable } from '../bench/report';
import type { Row } from '../bench/row';
import { scenarios } from '../bench/scenarios';
import { parseBenchArguments, usage } from './bench-arguments';
import { buildStale } from './build-stale';
import { playgroundServer, plugin } from './build-targets';
import { endProgram, runProgram } from './program';

async function main(): Promise<void> {
  const { help, scenarios: wanted, entries, rounds, json } = parseBenchArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  // What is said on the way must not get among the rows.
  const log = (line: string) => console.error(line);
  await buildStale([plugin, playgroundServer]);
  const rows: Row[] = [];
  try {
    for (const name of wanted) {
      log(`${name} …`);
      rows.push(...(await scenarios[name]({ entries, rounds, log: (line) => log(`  ${line}`) })));
    }
  } finally {
    // Where one fails, the hours that the others took are not lost.
    process.stdout.write(`${json ? JSON.stringify({ rows }) : toTable(rows)}\n`);
  }
  await endProgram(0);
}

runProgram(main);
