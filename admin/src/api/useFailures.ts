import { getFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Failure } from '../../../server/src/contract';
import { type ApiError } from './api-error';
import { createClient, type FailuresRequest, type Paged } from './client';
import { RETRY_KEY, sinceLastRetry } from './last-retry';
import { type Overview } from './overview';
import { pollInterval } from './poll-interval';
import { OVERVIEW_KEY } from './useOverview';

const FAILURES_KEY = ['failures'];

/** A page of the documents that do not get through, looked up again as often as the overview, and at once when their number changes. */
export function useFailures(request: FailuresRequest, overview: Overview) {
  const queries = useQueryClient();
  return useQuery<Paged<Failure>, ApiError>({
    queryKey: [...FAILURES_KEY, overview.status.outbox.failing, request],
    queryFn: ({ signal }) => createClient(getFetchClient()).failures(request, signal),
    placeholderData: keepPreviousData,
    refetchInterval: () => pollInterval(overview, sinceLastRetry(queries)),
  });
}

/** Tries failures again at once: those named, or, without any, all. */
export function useRetry(onSuccess: (retried: number) => void, onError: (error: ApiError) => void) {
  const queries = useQueryClient();
  return useMutation<{ retried: number }, ApiError, number[] | undefined>({
    mutationKey: RETRY_KEY,
    mutationFn: (ids) => createClient(getFetchClient()).retry(ids),
    onSuccess: ({ retried }) => onSuccess(retried),
    onError,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: OVERVIEW_KEY });
      void queries.invalidateQueries({ queryKey: FAILURES_KEY });
    },
  });
}
