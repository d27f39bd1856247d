import { QueryClient } from '@tanstack/react-query';
import { RETRY_KEY, sinceLastRetry } from '../../../admin/src/api/last-retry';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-05-04T10:00:00.000Z') });
});

afterEach(() => {
  jest.useRealTimers();
});

/** A call as the panel makes it, of the kind that its key names. */
async function call(queries: QueryClient, mutationKey: readonly string[]) {
  await queries
    .getMutationCache()
    .build(queries, { mutationKey, mutationFn: async () => null })
    .execute(undefined);
}

describe('how long ago failures were tried again', () => {
  it('is for ever if they were not', async () => {
    const queries = new QueryClient();
    await call(queries, ['anything']);
    expect(sinceLastRetry(queries)).toBe(Infinity);
  });

  it('is counted from the last time', async () => {
    const queries = new QueryClient();
    await call(queries, RETRY_KEY);
    jest.setSystemTime(Date.now() + 5_000);
    await call(queries, RETRY_KEY);
    jest.setSystemTime(Date.now() + 2_000);
    expect(sinceLastRetry(queries)).toBe(2_000);
    queries.clear();
  });
});
