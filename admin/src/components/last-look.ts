import { type UseQueryResult } from '@tanstack/react-query';
import { type ApiError } from '../api/api-error';

/** What is known from the looks at something that are over. */
export interface LastLook {
  /** Why the last one failed; `null` if it did not. */
  error: ApiError | null;
  /** When one last went well: milliseconds since the epoch. */
  at: number;
}

/** What TanStack knows of a query's looks. */
export type QueryLook = Pick<UseQueryResult<unknown, ApiError>, 'error' | 'errorUpdatedAt' | 'dataUpdatedAt'>;

/**
 * TanStack forgets the error as soon as it looks again and has no data, and dates what it shows of another page meanwhile
 * to 1970: both would flicker.
 */
export function lastLook(before: LastLook, { error, errorUpdatedAt, dataUpdatedAt }: QueryLook): LastLook {
  return {
    error: errorUpdatedAt > dataUpdatedAt ? (error ?? before.error) : null,
    at: Math.max(before.at, dataUpdatedAt),
  };
}
