import { getFetchClient } from '@strapi/strapi/admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ApiError } from './api-error';
import { createClient } from './client';
import { sinceLastRetry } from './last-retry';
import { type Overview } from './overview';
import { pollInterval } from './poll-interval';

export const OVERVIEW_KEY = ['overview'];

/**
 * The overview, looked up again by itself: often while something moves, now and then while nothing does, never while the
 * tab is hidden, and never before the look under way has ended.
 */
export function useOverview() {
  const queries = useQueryClient();
  return useQuery<Overview, ApiError>({
    queryKey: OVERVIEW_KEY,
    queryFn: async ({ signal }) => {
      const client = createClient(getFetchClient());
      const [status, collections] = await Promise.all([client.status(signal), client.collections(signal)]);
      return { status, collections };
    },
    refetchInterval: ({ state }) => pollInterval(state.data, sinceLastRetry(queries)),
  });
}
