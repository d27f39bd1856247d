import { peakDuring, residentMegabytes } from '../resident-memory';
import { type Row, toRow } from '../row';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, withStage } from '../stage';

/** Megabytes that an update may add. */
const MOST = 150;

/** What the first update adds to the memory of an idle Strapi. */
export async function memoryOfUpdate(entries: number): Promise<{ idle: number; peak: number; milliseconds: number }> {
  return withStage({ entries }, async ({ site }) => {
    const idle = await residentMegabytes(site.pid);
    let milliseconds = 0;
    const update = site.call('firstUpdate', { uid: OFFER }).then((time) => {
      milliseconds = time;
    });
    return { idle, peak: await peakDuring(site.pid, update), milliseconds };
  });
}

export async function memory(bench: Bench): Promise<Row[]> {
  const rounds = await inRounds(bench, () => memoryOfUpdate(bench.entries));
  for (const { idle, peak } of rounds) bench.log(`${Math.round(idle)} MB idle, ${Math.round(peak)} MB at most`);
  const added = rounds.map(({ idle, peak }) => ({ figure: peak - idle, reference: MOST }));
  return [toRow(`memory that an update of ${bench.entries} entries adds ÷ ${MOST} MB`, 'MB', added, 1)];
}
