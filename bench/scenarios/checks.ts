import { type Pair, type Row, toRow } from '../row';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, withStage } from '../stage';

/** The share of the entries that were changed within a quick check's window, so that it compares their versions. */
const RECENT = 0.01;

/** Checks of a collection that is equal to its index. */
export async function checks(bench: Bench): Promise<Row[]> {
  return withStage(bench, async ({ site }) => {
    await site.call('makeRecent', { share: RECENT });
    await site.call('firstUpdate', { uid: OFFER });
    const documents = await site.call('countPublished', {});
    const rounds = await inRounds(bench, async () => ({
      read: await site.call('readAll', {}),
      sanitized: await site.call('readAndSanitizeAll', {}),
      full: await site.call('check', { uid: OFFER, depth: 'full' }),
      quick: await site.call('check', { uid: OFFER, depth: 'quick' }),
    }));
    const row = (name: string, pair: (round: (typeof rounds)[number]) => Pair, limit: number | null) =>
      toRow(`${name}, ${documents} documents`, 'ms', rounds.map(pair), limit);
    return [
      row(
        'full check ÷ reading and sanitizing',
        ({ full, sanitized }) => ({ figure: full, reference: sanitized }),
        1.2,
      ),
      row('full check ÷ reading', ({ full, read }) => ({ figure: full, reference: read }), null),
      row(
        `quick check, ${RECENT * 100} % recent ÷ full check`,
        ({ quick, full }) => ({ figure: quick, reference: full }),
        0.1,
      ),
    ];
  });
}
