import { type MeilisearchServer, startMeilisearch } from '../scripts/meilisearch-server';
import { type Payloads, readPayloads } from './engine/straight';
import { type Site, startSite } from './site/site';
import { OFFER } from './site/uids';

/** A site and its engine. */
export interface Stage {
  engine: MeilisearchServer;
  site: Site;
}

/** How big everything is, and who is told how it goes. */
export interface Bench {
  entries: number;
  rounds: number;
  log(line: string): void;
}

/** A site with the plugin beside an engine that holds nothing yet, for as long as the work takes. */
export async function withStage<T>(
  { entries }: Pick<Bench, 'entries'>,
  work: (stage: Stage) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  return withEngine(async (engine) => {
    const site = await startSite({ entries, engine, env });
    try {
      return await work({ engine, site });
    } finally {
      await site.stop();
    }
  });
}

/** The same once all offers are in the index. */
export function withSyncedStage<T>(bench: Bench, work: (stage: Stage & { documents: Payloads }) => Promise<T>) {
  return withStage(bench, async (stage) => {
    await stage.site.call('firstUpdate', { uid: OFFER });
    return work({ ...stage, documents: await readPayloads(stage.engine) });
  });
}

/** A site that has nothing of the plugin. */
export async function withPlainSite<T>(bench: Pick<Bench, 'entries'>, work: (site: Site) => Promise<T>): Promise<T> {
  const site = await startSite({ entries: bench.entries, engine: null });
  try {
    return await work(site);
  } finally {
    await site.stop();
  }
}

/** An engine that holds nothing yet, for as long as the work takes. */
export async function withEngine<T>(work: (engine: MeilisearchServer) => Promise<T>): Promise<T> {
  const engine = await startMeilisearch();
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}

/** Does the same in each round. */
export async function inRounds<T>(
  { rounds }: Pick<Bench, 'rounds'>,
  round: (number: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let number = 0; number < rounds; number += 1) results.push(await round(number));
  return results;
}
