import { type Pair, type Row, toRow } from '../row';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, withSyncedStage } from '../stage';

/** Checks of a collection that is equal to its index. */
export async function checks(bench: Bench): Promise<Row[]> {
  return withSyncedStage(bench, async ({ site, documents }) => {
    const rounds = await inRounds(bench, async () => ({
      read: await site.call('readAll', {}),
      sanitized: await site.call('readAndSanitizeAll', {}),
      full: await site.call('check', { uid: OFFER, depth: 'full' }),
      quick: await site.call('check', { uid: OFFER, depth: 'quick' }),
    }));
    const row = (name: string, pair: (round: (typeof rounds)[number]) => Pair, limit: number | null) =>
      toRow(`${name}, ${documents.documents} documents`, 'ms', rounds.map(pair), limit);
    return [
      row(
        'full check ÷ reading and sanitizing',
        ({ full, sanitized }) => ({ figure: full, reference: sanitized }),
        1.2,
      ),
      row('full check ÷ reading', ({ full, read }) => ({ figure: full, reference: read }), null),
      row('quick check ÷ full check', ({ quick, full }) => ({ figure: quick, reference: full }), 0.1),
    ];
  });
}
