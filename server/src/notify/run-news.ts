import type { Failures } from '../failures/failures';
import { sumOf } from '../runs/guard-repair';
import type { RunItems } from '../runs/run-items';
import { isTerminal, type RunRecord, toRun } from '../runs/run-record';
import type { Announce } from './events';
import { documentOfFailure, documentOfItem, type News } from './news';
import { worthTelling } from './worth-telling';

/** Documents that are named of a run, or of a collection that has failures. */
const NAMED = { page: 1, pageSize: 10 };

/**
 * Turns runs that have come to an end, or wait for a person, into events and news.
 * @param deps.site - the address of the admin panel
 */
export function createRunNews(deps: {
  find: (id: number) => Promise<RunRecord | null>;
  items: Pick<RunItems, 'list'>;
  failures: Pick<Failures, 'list'>;
  displayNameOf: (uid: string) => string;
  site: string;
  announce: Announce;
}): (runId: number) => Promise<News | null> {
  const { find, items, failures, displayNameOf, site, announce } = deps;

  /** What a run has listed, or else what fails in its collection. */
  const namedDocuments = async ({ id, uid, counts }: RunRecord) => {
    const listed = await items.list({ runId: id, ...NAMED });
    if (listed.total > 0) return { documents: listed.items.map(documentOfItem), total: listed.total };
    if (counts.failed === 0) return { documents: [], total: 0 };
    const failing = await failures.list({ uid, ...NAMED });
    return { documents: failing.failures.map(documentOfFailure), total: failing.total };
  };

  const announceEnd = async (record: RunRecord) => {
    const run = toRun(record);
    announce('meilisearch.run.finished', { run });
    if (record.kind !== 'check' || sumOf(record.counts) === 0) return;
    const { items: first } = await items.list({ runId: record.id, ...NAMED });
    announce('meilisearch.drift.found', { run, items: first });
  };

  return async (runId) => {
    const record = await find(runId);
    if (!record) return null;
    if (isTerminal(record.status)) await announceEnd(record);
    const reason = worthTelling(record);
    if (reason === null) return null;
    return {
      kind: 'run',
      reason,
      collection: { uid: record.uid, displayName: displayNameOf(record.uid) },
      run: toRun(record),
      ...(await namedDocuments(record)),
      link: `${site}/plugins/meilisearch/runs/${runId}`,
    };
  };
}
