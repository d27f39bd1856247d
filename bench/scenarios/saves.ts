import { type Row, toRow } from '../row';
import { besidePlainSite, percentilesOf, type SaveTimes, savesInTurns } from '../saves-in-turns';
import type { SaveKind } from '../site/deeds/saves';
import { HOUSING, OFFER } from '../site/uids';
import { type Bench, inRounds, type Stage, withStage } from '../stage';

const LIMITS = { median: 1.1, slowest: 1.25 };
/** What has no drafts is shown: its update is the cheapest save there is, so that one INSERT more weighs most there. */
const KINDS = {
  create: LIMITS,
  update: LIMITS,
  publish: LIMITS,
  'update without drafts': { median: null, slowest: null },
} satisfies Record<SaveKind, unknown>;
const KIND_NAMES = Object.keys(KINDS) as SaveKind[];
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
      for (const uid of [OFFER, HOUSING]) await site.call('firstUpdate', { uid });
      await engineDoes.beforeSaves?.(stage);
      return besidePlainSite({ entries: ENTRIES }, site, KIND_NAMES, async (plain) => {
        await engineDoes.onceWarm?.(stage);
        const times = new Map<SaveKind, SaveTimes>();
        for (const kind of KIND_NAMES) times.set(kind, await savesInTurns(kind, site, plain));
        return times;
      });
    }),
  );
  return KIND_NAMES.flatMap((kind) => {
    const times = rounds.flatMap((round) => round.get(kind) ?? []);
    const { median, slowest } = KINDS[kind];
    return [
      toRow(`${kind}, ${what}, median`, 'ms', percentilesOf(times, 0.5), median),
      toRow(`${kind}, ${what}, 99th percentile`, 'ms', percentilesOf(times, 0.99), slowest),
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
