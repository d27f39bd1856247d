import type { Pair } from './row';
import type { SaveKind } from './site/deeds/saves';
import type { Site } from './site/site';
import { type Bench, withPlainSite } from './stage';
import { percentile } from './statistics';

/** Of each kind, in each round. */
const SAVES = 600;
/** Of one site before it is the other's turn: what else the machine does then slows both down alike. */
const TURN = 20;
/** Of each kind before anything is measured: until then more and more of a process's code is compiled, in each when it likes. */
const WARMING_UP = 2000;

/** The milliseconds of each save, those on a plain site as the reference. */
export interface SaveTimes {
  figure: number[];
  reference: number[];
}

async function warmUp(site: Site, kinds: readonly SaveKind[]): Promise<void> {
  for (const kind of kinds) await site.call('saves', { kind, count: WARMING_UP });
}

/**
 * Starts a plain site beside one that has not saved yet, and warms both up. They are as old as each other: a process that
 * has saved for longer has had more of its code compiled.
 */
export async function besidePlainSite<T>(
  bench: Pick<Bench, 'entries'>,
  site: Site,
  kinds: readonly SaveKind[],
  work: (plain: Site) => Promise<T>,
): Promise<T> {
  return withPlainSite(bench, async (plain) => {
    await Promise.all([warmUp(site, kinds), warmUp(plain, kinds)]);
    return work(plain);
  });
}

/**
 * Saves on a site and on a plain one in turns.
 * @param settle - called after each turn of the site
 */
export async function savesInTurns(
  kind: SaveKind,
  site: Site,
  plain: Site,
  settle?: () => Promise<unknown>,
): Promise<SaveTimes> {
  const times: SaveTimes = { figure: [], reference: [] };
  for (let turn = 0; turn < SAVES / TURN; turn += 1) {
    times.reference.push(...(await plain.call('saves', { kind, count: TURN })));
    times.figure.push(...(await site.call('saves', { kind, count: TURN })));
    await settle?.();
  }
  return times;
}

/** The same percentile of each round. @param share - from 0 to 1 */
export const percentilesOf = (rounds: readonly SaveTimes[], share: number): Pair[] =>
  rounds.map(({ figure, reference }) => ({
    figure: percentile(figure, share),
    reference: percentile(reference, share),
  }));
