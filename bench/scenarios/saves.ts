import { type Row, toRow } from '../row';
import { besidePlainSite, percentilesOf, savesInTurns } from '../saves-in-turns';
import type { SaveKind } from '../site/deeds/saves';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, type Stage, withStage } from '../stage';

const KINDS = ['create', 'update', 'publish'] as const satisfies readonly SaveKind[];
/** Entries in the database: what a save costs does not depend on them, and the first update of many takes long. */
const ENTRIES = 300;

/**
 * Each round has two processes of its own: the same save is a few hundredths faster or slower in one process than in the next,
 * with the plugin and without.
 */
async function measure(
  bench: Bench,
  what: string,
  engineDoes: { beforeSaves?: (stage: Stage) => Promise<unknown>; onceWarm?: (stage: Stage) => Promise<unknown> },
): Promise<Row[]> {
  const rounds = await inRounds(bench, () =>
    withStage({ entries: ENTRIES }, async (stage) => {
      const { site } = stage;
      await site.call('firstUpdate', { uid: OFFER });
      await engineDoes.beforeSaves?.(stage);
      return besidePlainSite({ entries: ENTRIES }, site, KINDS, async (plain) => {
        await engineDoes.onceWarm?.(stage);
        return {
          create: await savesInTurns('create', site, plain),
          update: await savesInTurns('update', site, plain),
          publish: await savesInTurns('publish', site, plain),
        };
      });
    }),
  );
  return KINDS.flatMap((kind) => {
    const times = rounds.map((round) => round[kind]);
    return [
      toRow(`${kind}, ${what}, median`, 'ms', percentilesOf(times, 0.5), 1.1),
      toRow(`${kind}, ${what}, 99th percentile`, 'ms', percentilesOf(times, 0.99), 1.25),
    ];
  });
}

/** What the plugin adds to a save, with its engine there and away. */
export async function saves(bench: Bench): Promise<Row[]> {
  return [
    ...(await measure(bench, 'engine there', { onceWarm: ({ site }) => site.call('settle', {}) })),
    ...(await measure(bench, 'engine away', { beforeSaves: ({ engine }) => engine.stop() })),
  ];
}
