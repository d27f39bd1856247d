import { type Row, toRow } from '../row';
import type { SaveKind } from '../site/deeds/saves';
import type { Site } from '../site/site';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, withPlainSite, withStage } from '../stage';

const KINDS: readonly SaveKind[] = ['create', 'update', 'publish'];
/** Of each kind, in each round. */
const SAVES = 300;
/** Of one site before it is the other's turn: what else the machine does then slows both down alike. */
const TURN = 20;
/** Entries in the database: what a save costs does not depend on them, and the first update of many takes long. */
const ENTRIES = 300;

/** Of each kind before anything is measured: the first saves of a process are slow. */
const WARMING_UP = 300;

async function warmUp(site: Site): Promise<void> {
  for (const kind of KINDS) await site.call('saves', { kind, count: WARMING_UP });
}

async function measure(bench: Bench, what: string, site: Site, plain: Site): Promise<Row[]> {
  const rows: Row[] = [];
  await warmUp(site);
  await warmUp(plain);
  for (const kind of KINDS) {
    const rounds = await inRounds(bench, async () => {
      const times = { figure: [] as number[], reference: [] as number[] };
      for (let turn = 0; turn < SAVES / TURN; turn += 1) {
        times.reference.push(...(await plain.call('saves', { kind, count: TURN })));
        times.figure.push(...(await site.call('saves', { kind, count: TURN })));
      }
      return times;
    });
    const at = (share: number) =>
      rounds.map(({ figure, reference }) => ({
        figure: percentile(figure, share),
        reference: percentile(reference, share),
      }));
    rows.push(toRow(`${kind}, ${what}, median`, 'ms', at(0.5), 1.1));
    rows.push(toRow(`${kind}, ${what}, 99th percentile`, 'ms', at(0.99), 1.25));
  }
  return rows;
}

async function whileEngineIsThere(small: Bench): Promise<Row[]> {
  return withStage(small, async ({ site }) => {
    await site.call('firstUpdate', { uid: OFFER });
    return besidePlainSite(small, 'engine there', site);
  });
}

async function whileEngineIsAway(small: Bench): Promise<Row[]> {
  return withStage(small, async ({ engine, site }) => {
    // Enabled with an engine that is gone after.
    await site.call('firstUpdate', { uid: OFFER });
    await engine.stop();
    return besidePlainSite(small, 'engine away', site);
  });
}

/** Both sites are as old as each other: a process that has saved for longer has had more of its code compiled. */
const besidePlainSite = (small: Bench, what: string, site: Site): Promise<Row[]> =>
  withPlainSite(small, (plain) => measure(small, what, site, plain));

/** What the plugin adds to a save, with its engine there and away. */
export async function saves(bench: Bench): Promise<Row[]> {
  const small = { ...bench, entries: ENTRIES };
  return [...(await whileEngineIsThere(small)), ...(await whileEngineIsAway(small))];
}
