import type { CollectionRecords } from '../collections/collection-records';
import type { Failures } from '../failures/failures';
import type { Outbox } from '../outbox/outbox';
import type { Ledger } from './ledger';

/**
 * Gives up what was to be done for collections that have no definition: their content types were removed or renamed, so no
 * lane works for them, and their runs would be on, and their marks be waited for, without end.
 *
 * An instance that has the type still, as in the middle of a deploy, loses nothing: Strapi has dropped the type's table when
 * this process booted. A type that comes back is indexed anew.
 *
 * @param isDefined - whether this process knows a collection at all, synced or not
 * @returns the collections that something was left of
 */
export async function abandonUnknown(
  deps: { ledger: Ledger; outbox: Outbox; failures: Failures; records: CollectionRecords },
  isDefined: (uid: string) => boolean,
): Promise<string[]> {
  const { ledger, outbox, failures, records } = deps;
  const [runs, pending, failing] = await Promise.all([ledger.active(), outbox.pendingByUid(), failures.countByUid()]);
  const named = new Set([...runs.map(({ uid }) => uid), ...pending.keys(), ...failing.keys()]);
  const unknown = [...named].filter((uid) => !isDefined(uid));
  for (const uid of unknown) {
    // Before anything is forgotten: what is forgotten makes a later "it was indexed" untrue.
    await records.change(uid, { lastCompleteUpdateId: null, drift: null });
    await outbox.clearCollection(uid);
    await failures.clearCollection(uid);
    for (const run of runs.filter((one) => one.uid === uid)) {
      await ledger.move(run, run.status, 'canceled', { error: whyAbandoned(uid) });
    }
  }
  return unknown;
}

/** Why nothing is done for a collection any more, for the people who run the site. */
export function whyAbandoned(uid: string): string {
  return `There is no content type ${uid} any more. What Meilisearch has of it is left there.`;
}
