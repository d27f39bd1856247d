import { type Row, toRow } from '../row';
import type { SaveKind } from '../site/deeds/saves';
import { startSite, type Site } from '../site/site';
import { OFFER } from '../site/uids';
import { percentile } from '../statistics';
import { type Bench, inRounds, withEngine, withPlainSite, withStage } from '../stage';

const KINDS: readonly SaveKind[] = ['create', 'update', 'publish'];
/** Of each kind, in each round. */
const SAVES = 300;
/** Of one site before it is the other's turn: what else the machine does then slows both down alike. */
const TURN = 20;
/** Entries in the database: what a save costs does not depend on them, and the first update of many takes long. */
const ENTRIES = 300;

/** Of each kind before anything is measured: the first saves of a process are slow. */
const WARMING_UP = 100;

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

/** What the plugin adds to a save, with its engine there and away. */
export async function saves(bench: Bench): Promise<Row[]> {
  const small = { ...bench, entries: ENTRIES };
  return withPlainSite(small, async (plain) => {
    const present = await withStage(small, async ({ site }) => {
      await site.call('firstUpdate', { uid: OFFER });
      return measure(bench, 'engine there', site, plain);
    });
    const away = await withEngine(async (engine) => {
      // Enabled with an engine that is gone after.
      const site = await startSite({ entries: ENTRIES, engine });
      try {
        await site.call('firstUpdate', { uid: OFFER });
        await engine.stop();
        return await measure(bench, 'engine away', site, plain);
      } finally {
        await site.stop();
      }
    });
    return [...present, ...away];
  });
}
