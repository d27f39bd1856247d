import { type Row, toRow } from '../row';
import { besidePlainSite, percentilesOf, savesInTurns } from '../saves-in-turns';
import type { SaveKind } from '../site/deeds/saves';
import type { Site } from '../site/site';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, withStage } from '../stage';

const KINDS: readonly SaveKind[] = ['create', 'update', 'publish'];
/** Entries in the database: what a save costs does not depend on them, and the first update of many takes long. */
const ENTRIES = 300;

async function measure(bench: Bench, what: string, site: Site): Promise<Row[]> {
  return besidePlainSite(bench, site, KINDS, async (plain) => {
    const rows: Row[] = [];
    for (const kind of KINDS) {
      const rounds = await inRounds(bench, () => savesInTurns(kind, site, plain));
      rows.push(toRow(`${kind}, ${what}, median`, 'ms', percentilesOf(rounds, 0.5), 1.1));
      rows.push(toRow(`${kind}, ${what}, 99th percentile`, 'ms', percentilesOf(rounds, 0.99), 1.25));
    }
    return rows;
  });
}

async function whileEngineIsThere(small: Bench): Promise<Row[]> {
  return withStage(small, async ({ site }) => {
    await site.call('firstUpdate', { uid: OFFER });
    return measure(small, 'engine there', site);
  });
}

async function whileEngineIsAway(small: Bench): Promise<Row[]> {
  return withStage(small, async ({ engine, site }) => {
    // Enabled with an engine that is gone after.
    await site.call('firstUpdate', { uid: OFFER });
    await engine.stop();
    return measure(small, 'engine away', site);
  });
}

/** What the plugin adds to a save, with its engine there and away. */
export async function saves(bench: Bench): Promise<Row[]> {
  const small = { ...bench, entries: ENTRIES };
  return [...(await whileEngineIsThere(small)), ...(await whileEngineIsAway(small))];
}
