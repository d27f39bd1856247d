import { searchesDuring } from '../engine/continuity';
import { untilIdle } from '../engine/offers-index';
import { incumbentEnvironment } from '../incumbent/application';
import { type Row, toRow } from '../row';
import { besidePlainSite, percentilesOf, type SaveTimes, savesInTurns } from '../saves-in-turns';
import type { SaveKind } from '../site/deeds/saves';
import type { Site } from '../site/site';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, type Stage, withPlainSite, withStage } from '../stage';

/** A new entry is a draft; it is to be found once it is published. */
const KINDS = ['create', 'publish'] as const satisfies readonly SaveKind[];
const SHARES = { median: 0.5, '99th percentile': 0.99 };

/** A plugin that keeps the offers searchable. What it does resolves to its milliseconds. */
interface Contender {
  name: 'ours' | 'incumbent';
  /** What its site has in its environment. */
  env: Record<string, string>;
  firstIndexing(site: Site): Promise<number>;
  update(site: Site): Promise<number>;
  /** Resolves once all that was saved is in the index. */
  settle(stage: Stage): Promise<unknown>;
}

const ours: Contender = {
  name: 'ours',
  env: {},
  firstIndexing: (site) => site.call('firstUpdate', { uid: OFFER }),
  update: (site) => site.call('update', { uid: OFFER }),
  settle: ({ site }) => site.call('settle', {}),
};

const theirs: Omit<Contender, 'env'> = {
  name: 'incumbent',
  firstIndexing: (site) => site.call('incumbentFirstIndexing', { uid: OFFER }),
  update: (site) => site.call('incumbentUpdate', { uid: OFFER }),
  // It has told the engine of a save before the save is over.
  settle: ({ engine }) => untilIdle(engine),
};

interface Measured {
  firstIndexing: number;
  update: number;
  /** The share of the searches during the update that found everything. */
  complete: number;
  saves: Record<(typeof KINDS)[number], SaveTimes>;
}

/** @param offers - how many there are to be indexed */
function measure(bench: Bench, contender: Contender, offers: number): Promise<Measured> {
  return withStage(
    bench,
    async (stage) => {
      const { site, engine } = stage;
      const firstIndexing = await contender.firstIndexing(site);
      const updating = contender.update(site);
      const { searches, complete } = await searchesDuring(engine, offers, updating);
      bench.log(
        `${contender.name}: ${complete} of ${searches} searches during the update found all ${offers} documents`,
      );
      const saves = await besidePlainSite(bench, site, KINDS, async (plain) => {
        // What is still being indexed would slow down whoever saves next.
        const settle = () => contender.settle(stage);
        await settle();
        return {
          create: await savesInTurns('create', site, plain, settle),
          publish: await savesInTurns('publish', site, plain, settle),
        };
      });
      return { firstIndexing, update: await updating, complete: complete / searches, saves };
    },
    contender.env,
  );
}

/** `strapi-plugin-meilisearch` on the same content, beside ours. */
export async function incumbent(bench: Bench): Promise<Row[]> {
  const contenders = { ours, incumbent: { ...theirs, env: await incumbentEnvironment() } };
  const offers = await withPlainSite(bench, (plain) => plain.call('countPublished', {}));
  const rounds = await inRounds(bench, async (number) => {
    const of = (name: Contender['name']) => measure(bench, contenders[name], offers);
    // Whoever comes second finds the machine as the first has left it: so they take turns.
    if (number % 2 === 0) return { incumbent: await of('incumbent'), ours: await of('ours') };
    return { ours: await of('ours'), incumbent: await of('incumbent') };
  });

  const against = (what: 'firstIndexing' | 'update' | 'complete', name: string, unit: string) => {
    const pairs = rounds.map((round) => ({ figure: round.incumbent[what], reference: round.ours[what] }));
    return toRow(`${name}, incumbent ÷ ours`, unit, pairs, null);
  };
  const saveRows = KINDS.flatMap((kind) =>
    Object.entries(SHARES).flatMap(([title, share]) =>
      (['incumbent', 'ours'] as const).map((name) => {
        const times = rounds.map((round) => round[name].saves[kind]);
        return toRow(`${kind}, ${name} ÷ no plugin, ${title}`, 'ms', percentilesOf(times, share), null);
      }),
    ),
  );
  return [
    ...saveRows,
    against('firstIndexing', `first indexing of ${offers} documents`, 'ms'),
    against('update', `update of ${offers} documents`, 'ms'),
    against('complete', 'searches during an update that find every document', 'share'),
  ];
}
