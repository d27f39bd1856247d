import { QueryClient } from '@tanstack/react-query';

/** Nothing is tried again behind the admin's back: what is polled comes again anyway, the rest has a Retry button. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A server on loopback or in the same network answers also when the browser thinks it is offline.
      queries: { retry: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
