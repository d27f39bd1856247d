import { type QueryClient } from '@tanstack/react-query';

/** The calls that try failures again are known by this key. */
export const RETRY_KEY = ['retry'];

/** @returns milliseconds since failures were last tried again from here; `Infinity` if they were not */
export function sinceLastRetry(queries: QueryClient): number {
  const retries = queries.getMutationCache().findAll({ mutationKey: RETRY_KEY });
  return Date.now() - Math.max(-Infinity, ...retries.map(({ state }) => state.submittedAt));
}
