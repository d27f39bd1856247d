import { getFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Failure } from '../../../server/src/contract';
import { type ApiError } from './api-error';
import { createClient, type FailuresRequest, type Paged } from './client';
import { type Overview } from './overview';
import { isMoving, MOVING_INTERVAL } from './poll-interval';
import { OVERVIEW_KEY } from './useOverview';

const FAILURES_KEY = ['failures'];

/** A page of the documents that do not get through, looked up again while anything is on its way, and when their number changes. */
export function useFailures(request: FailuresRequest, overview: Overview) {
  return useQuery<Paged<Failure>, ApiError>({
    queryKey: [...FAILURES_KEY, overview.status.outbox.failing, request],
    queryFn: ({ signal }) => createClient(getFetchClient()).failures(request, signal),
    placeholderData: keepPreviousData,
    refetchInterval: isMoving(overview) ? MOVING_INTERVAL : false,
  });
}

/** Tries failures again at once: those named, or, without any, all. */
export function useRetry(onSuccess: (retried: number) => void, onError: (error: ApiError) => void) {
  const queries = useQueryClient();
  return useMutation<{ retried: number }, ApiError, number[] | undefined>({
    mutationFn: (ids) => createClient(getFetchClient()).retry(ids),
    onSuccess: ({ retried }) => onSuccess(retried),
    onError,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: OVERVIEW_KEY });
      void queries.invalidateQueries({ queryKey: FAILURES_KEY });
    },
  });
}
