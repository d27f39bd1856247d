import { oldestFirst } from '../../../../server/src/schedule/oldest-first';

it.each<[sentence: string, uids: string[], checkedAt: Record<string, number>, order: string[]]>([
  ['nothing is in order', [], {}, []],
  ['the oldest check comes first', ['a', 'b', 'c'], { a: 300, b: 100, c: 200 }, ['b', 'c', 'a']],
  ['what was never checked comes before everything else', ['a', 'b', 'c'], { a: 1, c: 0 }, ['b', 'c', 'a']],
  ['what was never checked stays in its order', ['c', 'a', 'b'], {}, ['c', 'a', 'b']],
  ['what was checked at the same time stays in its order', ['c', 'a', 'b'], { a: 5, b: 5, c: 5 }, ['c', 'a', 'b']],
  ['others that were checked are passed over', ['a'], { a: 2, z: 1 }, ['a']],
])('%s', (_, uids, checkedAt, order) => {
  expect(oldestFirst(uids, new Map(Object.entries(checkedAt)))).toEqual(order);
});
