import { getFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Run, RunItem } from '../../../server/src/contract';
import { type ApiError } from './api-error';
import { createClient, type Paged, type RunItemsRequest, type RunsRequest } from './client';
import { runPollInterval, runsPollInterval } from './poll-interval';

/** What is known of runs, and of their differences, stands under this key. */
export const RUNS_KEY = ['runs'];

/**
 * A page of the ledger, looked up again by itself: often while a run on it goes on, or any at all, else now and then.
 * @param activeRuns those that the whole cluster has under way: one may have begun since the last look
 */
export function useRuns(request: RunsRequest, activeRuns: readonly Run[]) {
  return useQuery<Paged<Run>, ApiError>({
    queryKey: [...RUNS_KEY, 'list', request],
    queryFn: ({ signal }) => createClient(getFetchClient()).runs(request, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => runsPollInterval([...activeRuns, ...(state.data?.rows ?? [])]),
  });
}

/** One run, looked up again until it is over: often while it goes on by itself. @param id as the address has it; the server says what is wrong with another */
export function useRun(id: string) {
  return useQuery<Run, ApiError>({
    queryKey: [...RUNS_KEY, 'one', id],
    queryFn: ({ signal }) => createClient(getFetchClient()).run(id, signal),
    refetchInterval: ({ state }) => runPollInterval(state.data),
  });
}

/** A page of the differences that a run lists, looked up again until it is over. */
export function useRunItems(run: Run, request: RunItemsRequest) {
  return useQuery<Paged<RunItem>, ApiError>({
    // The status is part of the key: what a run lists is complete only once it is over.
    queryKey: [...RUNS_KEY, run.id, 'items', run.status, request],
    queryFn: ({ signal }) => createClient(getFetchClient()).runItems(run.id, request, signal),
    placeholderData: keepPreviousData,
    refetchInterval: runPollInterval(run),
  });
}
