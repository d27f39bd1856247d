import { toTable } from '../../../bench/report';
import type { Row } from '../../../bench/row';

const row = (changes: Partial<Row>): Row => ({
  name: 'a save',
  ratio: 1,
  limit: 1.1,
  figure: 12_345.678,
  reference: 12_000,
  unit: 'ms',
  rounds: 3,
  spread: 0.01,
  ...changes,
});

describe('the table of a bench', () => {
  it.each<[sentence: string, changes: Partial<Row>, shown: RegExp]>([
    ['says where a limit is reached', { ratio: 1.1 }, /a save.*reached/],
    ['says where it is not', { ratio: 1.11 }, /a save.*MISSED/],
    ['says nothing of what has no limit', { limit: null, name: 'shown only' }, /shown only(?!.*(reached|MISSED)).*–/],
    ['shows as much of a figure as can be relied on', {}, /12,300/],
  ])('%s', (_, changes, shown) => {
    expect(toTable([row(changes)])).toMatch(shown);
  });
});
