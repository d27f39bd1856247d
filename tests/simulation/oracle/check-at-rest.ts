import { TABLES } from '../../../server/src/database/models';
import type { RunOptions } from '../../../server/src/runs/run-record';
import { MODELS } from '../world/content';
import { type Evidence, INDEXES, textOf } from './evidence';
import type { RunsWatch } from './runs-watch';

/**
 * Compares the indexes with the database when nothing is left to do.
 * @param isUpdated - whether an update of everything was the last thing that happened
 */
export function checkAtRest(evidence: Evidence, runs: RunsWatch, isUpdated: boolean): void {
  const { database, engine, content, report, isEnabled, hasFailure, documentOf, compare } = evidence;
  const { isDoubtful, isTampered } = evidence;
  const when = isUpdated ? 'after an update of everything, ' : 'when all is quiet, ';

  const lastRun = (uid: string, kinds: readonly string[]) =>
    database
      .rows(TABLES.runs)
      .filter((row) => row.uid === uid && kinds.includes(String(row.kind)))
      .at(-1);

  /** Whether the last update went through; where a misplaced document lies in the index already, it may not. */
  const hasCompleted = (uid: string): boolean => {
    const last = lastRun(uid, ['update']);
    if (textOf(last?.status).startsWith('succeeded')) return true;
    const error = textOf(last?.error);
    if (!error.includes('_geo')) report(`the last update of ${uid} is ${textOf(last?.status)}: ${error}`);
    return false;
  };

  /** An update of everything takes over what strapi-plugin-meilisearch has left. */
  const checkPredecessor = (uid: string, index: string) => {
    for (const [id, { _strapi }] of engine.contents(index) ?? []) {
      const isOfPredecessor = !_strapi && id.startsWith(`${MODELS[uid]!.modelName}-`);
      if (isOfPredecessor) report(`${id} of the plugin before is still in ${index}`);
    }
  };

  const checkSynced = (uid: string, indexes: readonly string[]) => {
    // A person has not decided on the update that a write of too many documents has asked for.
    const isPostponed = database.rows(TABLES.marks).some((mark) => mark.uid === uid && mark.kind === 'all');
    const isProven = isUpdated && hasCompleted(uid);
    if (!isProven && (isDoubtful(uid) || isPostponed)) return;
    for (const index of indexes) {
      for (const id of content.idsOf(uid)) compare(uid, index, id, when);
      if (isProven) checkPredecessor(uid, index);
    }
    for (const id of content.idsOf(uid)) {
      if (content.truth(uid, id).kind !== 'failing' || hasFailure(uid, documentOf(uid, id))) continue;
      report(`${when}nothing is on record of ${id}, which cannot be pushed`);
    }
  };

  const checkTakenOut = (uid: string, indexes: readonly string[]) => {
    const last = lastRun(uid, ['update', 'disable']);
    const { removeDocuments } = (last?.options ?? {}) as RunOptions;
    if (last?.kind !== 'disable' || last.status !== 'succeeded' || removeDocuments === false) return;
    const { seenAt } = runs.known(last.id)!;
    for (const index of indexes.filter((candidate) => !isTampered(candidate, seenAt))) {
      for (const [id, { _strapi }] of engine.contents(index) ?? []) {
        if (_strapi?.uid !== uid) continue;
        report(`${when}${id} is still in index ${index}, but its collection was disabled`);
      }
    }
  };

  for (const [uid, indexes] of Object.entries(INDEXES)) {
    if (isEnabled(uid)) checkSynced(uid, indexes);
    else checkTakenOut(uid, indexes);
  }
}
