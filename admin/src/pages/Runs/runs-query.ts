import type { Collection, RunKind, RunStatus } from '../../../../server/src/contract';
import { type RunsRequest } from '../../api/client';
import { chosen, type PageQuery, pageRequest } from '../../components/page-query';
import { KIND_LABELS, STATUS_BADGES } from '../../runs/run-status';

/** What the address says about the list of runs; it can be typed by hand. */
export interface RunsQuery extends PageQuery {
  uid?: string;
  kind?: string;
  status?: string;
}

export const RUN_KINDS = Object.keys(KIND_LABELS) as RunKind[];
export const RUN_STATUSES = Object.keys(STATUS_BADGES) as RunStatus[];

/** What the server is asked for; what the address names and is not there narrows nothing. */
export function runsRequest(query: RunsQuery, collections: readonly Pick<Collection, 'uid'>[]): RunsRequest {
  return {
    ...pageRequest(query),
    uid: chosen(
      query.uid,
      collections.map(({ uid }) => uid),
    ),
    kind: chosen(query.kind, RUN_KINDS),
    status: chosen(query.status, RUN_STATUSES),
  };
}

/** Whether anything narrows the list down. */
export function isFiltered({ uid, kind, status }: RunsRequest): boolean {
  return [uid, kind, status].some((filter) => filter !== undefined);
}
