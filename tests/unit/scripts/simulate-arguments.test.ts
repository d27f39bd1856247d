import { parseSimulateArguments } from '../../../scripts/simulate-arguments';

it('lives through a thousand seeds when nothing is said', () => {
  expect(parseSimulateArguments([])).toEqual({ help: false, first: 1, seeds: 1000, threads: null, isReplay: false });
});

it('takes how many seeds, and the first of them', () => {
  expect(parseSimulateArguments(['--seeds', '20', '--first', '300'])).toMatchObject({ first: 300, seeds: 20 });
});

it('takes how many to live through at the same time', () => {
  expect(parseSimulateArguments(['--threads', '4'])).toMatchObject({ threads: 4, isReplay: false });
});

it('replays a single seed', () => {
  expect(parseSimulateArguments(['--seed', '42'])).toMatchObject({ first: 42, seeds: 1, isReplay: true });
});

it.each([
  ['--seeds', '0'],
  ['--first', 'x'],
  ['--seed', '1.5'],
  ['--threads', 'all'],
])('names what is wrong with %s %s', (option, given) => {
  expect(() => parseSimulateArguments([option, given])).toThrow(`${option} ${given}: give a whole number from 1 on`);
});

it('names an option that does not exist', () => {
  expect(() => parseSimulateArguments(['--sead', '4'])).toThrow(/'--sead'[^]*Usage: npm run simulate/);
});
