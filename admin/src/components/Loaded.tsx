import { Flex } from '@strapi/design-system';
import { type UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { type ApiError } from '../api/api-error';
import { LoadFailure } from './LoadFailure';
import { Loading } from './Loading';
import { StaleBanner } from './StaleBanner';
import { useLastLook } from './useLastLook';

/** Whether it is said further up that the page comes from an earlier look: mostly nothing at all can be looked up then. */
const SaidAbove = createContext(false);

interface LoadedProps<T> {
  query: UseQueryResult<T, ApiError>;
  /** @param now when the data was looked up: milliseconds since the epoch */
  children: (data: T, now: number) => ReactNode;
}

/** What was looked up, also where a later look failed, which is then said above it; while there is nothing yet, why. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const { data, isPlaceholderData, isFetching, refetch } = query;
  const { error, at } = useLastLook(query);
  const isSaidAbove = useContext(SaidAbove);
  const trouble = error && { error, loading: isFetching, onRetry: () => void refetch() };

  // The rows of the page before are no earlier look at this one.
  if (trouble && (data === undefined || isPlaceholderData)) return <LoadFailure {...trouble} />;
  if (data === undefined) return <Loading />;
  return (
    <SaidAbove.Provider value={isSaidAbove || trouble !== null}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {trouble && !isSaidAbove ? <StaleBanner {...trouble} /> : null}
        {children(data, at)}
      </Flex>
    </SaidAbove.Provider>
  );
}
