import { ApiError } from '../../../admin/src/api/api-error';
import { lastLook } from '../../../admin/src/components/last-look';

const AWAY = new ApiError('Failed to fetch', null);
const REFUSED = new ApiError('Forbidden', 403);

describe('the last look at something', () => {
  it.each([
    ['is yet to come', { error: null, at: 0 }, { error: null, errorUpdatedAt: 0, dataUpdatedAt: 0 }, null, 0],
    ['went well', { error: null, at: 0 }, { error: null, errorUpdatedAt: 0, dataUpdatedAt: 100 }, null, 100],
    ['failed', { error: null, at: 0 }, { error: AWAY, errorUpdatedAt: 100, dataUpdatedAt: 0 }, AWAY, 0],
    ['failed after one that went well', { error: null, at: 100 }, failedAfterwards(AWAY), AWAY, 100],
    ['failed otherwise than before', { error: AWAY, at: 100 }, failedAfterwards(REFUSED), REFUSED, 100],
    [
      'went well after one that failed',
      { error: AWAY, at: 100 },
      { error: null, errorUpdatedAt: 200, dataUpdatedAt: 300 },
      null,
      300,
    ],
  ])('%s', (_, before, query, error, at) => {
    expect(lastLook(before, query)).toEqual({ error, at });
  });

  it('is known while the next one is under way, which makes TanStack forget its error', () => {
    const next = { error: null, errorUpdatedAt: 100, dataUpdatedAt: 0 };
    expect(lastLook({ error: AWAY, at: 0 }, next)).toEqual({ error: AWAY, at: 0 });
  });

  it('has a date and no error while another page is looked up for the first time', () => {
    const other = { error: null, errorUpdatedAt: 0, dataUpdatedAt: 0 };
    expect(lastLook({ error: AWAY, at: 100 }, other)).toEqual({ error: null, at: 100 });
  });
});

function failedAfterwards(error: ApiError) {
  return { error, errorUpdatedAt: 200, dataUpdatedAt: 100 };
}
