import { chosen, pageRequest } from '../../../admin/src/components/page-query';
import { isFiltered, runsRequest } from '../../../admin/src/pages/Runs/runs-query';
import { aCollection } from './factories';

const FIRST = { page: 1, pageSize: 20 };

describe('the page that an address names', () => {
  it.each([
    [{}, FIRST],
    [
      { page: '3', pageSize: '50' },
      { page: 3, pageSize: 50 },
    ],
    [{ page: '0' }, FIRST],
    [{ page: '-2', pageSize: '7' }, FIRST],
    [{ page: 'two', pageSize: '1000' }, FIRST],
    [{ page: '1.5' }, FIRST],
  ])('%p', (query, request) => {
    expect(pageRequest(query)).toEqual(request);
  });

  it('narrows nothing by what cannot be chosen', () => {
    expect(chosen('stale', ['missing', 'stale'])).toBe('stale');
    expect(chosen('lost', ['missing', 'stale'])).toBeUndefined();
    expect(chosen(undefined, ['missing'])).toBeUndefined();
  });
});

describe('the runs that an address asks for', () => {
  it('are narrowed down by what there is', () => {
    const query = { uid: 'api::offer.offer', kind: 'check', status: 'failed' };
    expect(runsRequest(query, [aCollection()])).toEqual({ ...FIRST, ...query });
    expect(isFiltered(runsRequest(query, []))).toBe(true);
  });

  it('are all of them where the address names nothing, or nothing that there is', () => {
    for (const query of [{}, { uid: 'api::gone.gone', kind: 'dance', status: 'lost' }]) {
      expect(isFiltered(runsRequest(query, [aCollection()]))).toBe(false);
    }
  });
});
