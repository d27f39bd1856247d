import { peakDuring, residentMegabytes } from '../resident-memory';
import { type Row, toRow } from '../row';
import type { Site } from '../site/site';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, withStage } from '../stage';

/** Megabytes that an update may add. */
export const MOST = 150;

/** Megabytes that a site has when it is idle, and at most during its first update. */
export async function memoryOfFirstUpdate(site: Site): Promise<{ idle: number; peak: number }> {
  const idle = await residentMegabytes(site.pid);
  return { idle, peak: await peakDuring(site.pid, site.call('firstUpdate', { uid: OFFER })) };
}

export async function memory(bench: Bench): Promise<Row[]> {
  const rounds = await inRounds(bench, () => withStage(bench, ({ site }) => memoryOfFirstUpdate(site)));
  for (const { idle, peak } of rounds) bench.log(`${Math.round(idle)} MB idle, ${Math.round(peak)} MB at most`);
  const added = rounds.map(({ idle, peak }) => ({ figure: peak - idle, reference: MOST }));
  return [toRow(`memory that an update of ${bench.entries} entries adds ÷ ${MOST} MB`, 'MB', added, 1)];
}
