import { unknownReason } from '../../../admin/src/pages/Collections/unknown-reason';
import { aCollection, aStatus } from './factories';

const { engine: answering } = aStatus();
const away = { reachable: false, version: null, error: 'connect ECONNREFUSED' };

describe('the reason why a count is unknown', () => {
  it.each([
    ['databaseCount', {}, answering, { key: 'unknown.database' }],
    ['excludedCount', {}, answering, { key: 'unknown.excluded' }],
    ['indexedCount', {}, away, { key: 'unknown.engine', values: { error: 'connect ECONNREFUSED' } }],
    ['indexedCount', { state: 'unreachable' }, answering, { key: 'unknown.ownEngine' }],
    ['indexedCount', {}, answering, { key: 'unknown.notCounted' }],
    ['indexedCount', { enabled: false }, answering, { key: 'unknown.disabled' }],
  ] as const)('of %s with %j', (count, values, engine, reason) => {
    expect(unknownReason(count, aCollection({ ...values, [count]: null }), engine)).toEqual(reason);
  });
});
