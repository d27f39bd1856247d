import type { Run, Status } from '../../server/src/contract';
import type { EngineClient } from '../support/engine-client';
import { eventually } from '../support/eventually';
import type { Site } from './site';

const COLLECTIONS = { offers: 'api::offer.offer', housings: 'api::housing.housing' };
const PATIENCE = { timeoutMs: 300_000 };

const isOver = ({ finishedAt }: Run) => finishedAt !== null;

const statusOf = async (site: Site): Promise<Status> =>
  (await site.ask<{ data: Status }>('GET', '/meilisearch/status')).data;

async function untilQuiet(site: Site): Promise<void> {
  await eventually(async () => {
    const { outbox, activeRuns } = await statusOf(site);
    if (outbox.pending > 0 || activeRuns.length > 0) {
      throw new Error(`still busy: ${JSON.stringify({ outbox, runs: activeRuns })}`);
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

/** @throws unless every document was brought into the index: what is compared then would not be all there is */
async function updateAll(site: Site): Promise<void> {
  for (const uid of Object.values(COLLECTIONS)) {
    const path = `/meilisearch/collections/${encodeURIComponent(uid)}/update`;
    const { data } = await site.ask<{ data: Run }>('POST', path, {});
    const { status, error } = await eventually(async () => {
      const run = (await site.ask<{ data: Run }>('GET', `/meilisearch/runs/${data.id}`)).data;
      if (!isOver(run)) throw new Error(`run ${run.id} is ${run.status}`);
      return run;
    }, PATIENCE);
    if (status !== 'succeeded') throw new Error(`the update of ${uid} ended as ${status}: ${error ?? ''}`);
  }
  const { failing } = (await statusOf(site)).outbox;
  if (failing > 0) throw new Error(`${failing} documents cannot be brought into the index`);
}

/**
 * Compares the index with what the database makes of it: an update rewrites every document and purges the rest, so
 * whatever it changes was wrong.
 * @returns the differences, as sentences; none is as it should be
 * @throws when it cannot be told
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
