import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type ApiError } from '../api/api-error';
import { LoadFailure } from './LoadFailure';
import { Loading } from './Loading';

interface LoadedProps<T> {
  query: UseQueryResult<T, ApiError>;
  /** @param now when the data was looked up: milliseconds since the epoch */
  children: (data: T, now: number) => ReactNode;
}

/** What was looked up; until then, and where the last look failed, that instead. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const { data, error, isFetching, refetch, dataUpdatedAt } = query;
  if (error) return <LoadFailure error={error} loading={isFetching} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading /> : <>{children(data, dataUpdatedAt)}</>;
}
