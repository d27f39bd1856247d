import { getFetchClient } from '@strapi/strapi/admin';
import { useQuery } from '@tanstack/react-query';
import type { Comparison } from '../../../server/src/contract';
import { type ApiError } from './api-error';
import { createClient } from './client';

/** Both sides of a document as they are at this moment, one comparison for each of its locales and indexes. */
export function useComparison(uid: string, documentId: string) {
  return useQuery<Comparison[], ApiError>({
    queryKey: ['comparison', uid, documentId],
    queryFn: ({ signal }) => createClient(getFetchClient()).compare(uid, documentId, signal),
    // What somebody is reading does not change under the eyes; the next time it is looked up afresh.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
}
