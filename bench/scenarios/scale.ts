import { type Row, toRow } from '../row';
import { type Bench, inRounds } from '../stage';
import { memoryOfUpdate } from './memory';

/** Against so many times fewer entries. */
const TIMES = 10;

/** What grows with the collection and ought not to. */
export async function scale(bench: Bench): Promise<Row[]> {
  const few = Math.round(bench.entries / TIMES);
  const rounds = await inRounds(bench, async () => ({
    small: await memoryOfUpdate(few),
    large: await memoryOfUpdate(bench.entries),
  }));
  const against = `${bench.entries} entries against ${few}`;
  const added = rounds.map(({ large, small }) => ({
    figure: large.peak - large.idle,
    reference: small.peak - small.idle,
  }));
  const perEntry = rounds.map(({ large, small }) => ({
    figure: large.milliseconds / bench.entries,
    reference: small.milliseconds / few,
  }));
  return [
    toRow(`memory that a first update adds, ${against}`, 'MB', added, 1.1),
    toRow(`time of a first update per entry, engine included, ${against}`, 'ms', perEntry, null),
  ];
}
