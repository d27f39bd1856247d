import type { Run, Status } from '../../server/src/contract';
import type { EngineClient } from '../support/engine-client';
import { eventually } from '../support/eventually';
import type { Site } from './site';

const COLLECTIONS = { offers: 'api::offer.offer', housings: 'api::housing.housing' };
const PATIENCE = { timeoutMs: 300_000 };

const isOver = ({ finishedAt }: Run) => finishedAt !== null;

async function untilQuiet(site: Site): Promise<void> {
  await eventually(async () => {
    const { data } = await site.ask<{ data: Status }>('GET', '/meilisearch/status');
    if (data.outbox.pending > 0 || data.activeRuns.length > 0) {
      throw new Error(`still busy: ${JSON.stringify({ outbox: data.outbox, runs: data.activeRuns })}`);
    }
  }, PATIENCE);
}

/** The version of every search document, by its id. */
async function versions(engine: EngineClient): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const index of Object.keys(COLLECTIONS)) {
    for (const { _meilisearch_id: id, _strapi } of await engine.documents(index)) found.set(id, _strapi?.version ?? '');
  }
  return found;
}

async function updateAll(site: Site): Promise<void> {
  for (const uid of Object.values(COLLECTIONS)) {
    const path = `/meilisearch/collections/${encodeURIComponent(uid)}/update`;
    const { data } = await site.ask<{ data: Run }>('POST', path, {});
    await eventually(async () => {
      const run = (await site.ask<{ data: Run }>('GET', `/meilisearch/runs/${data.id}`)).data;
      if (!isOver(run)) throw new Error(`run ${run.id} is ${run.status}`);
    }, PATIENCE);
  }
}

/**
 * Compares the index with what the database makes of it: an update rewrites every document and purges the rest, so
 * whatever it changes was wrong.
 * @returns the differences, as sentences; none is as it should be
 */
export async function differences(site: Site, engine: EngineClient): Promise<string[]> {
  await untilQuiet(site);
  const before = await versions(engine);
  await updateAll(site);
  const after = await versions(engine);
  return [
    ...[...after].filter(([id]) => !before.has(id)).map(([id]) => `${id} was missing`),
    ...[...before].filter(([id]) => !after.has(id)).map(([id]) => `${id} was orphaned`),
    ...[...after]
      .filter(([id, version]) => before.has(id) && before.get(id) !== version)
      .map(([id]) => `${id} was stale`),
  ];
}
