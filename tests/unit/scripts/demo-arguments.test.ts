import { parseDemoArguments } from '../../../scripts/demo-arguments';

it('takes everything to be as it was when nothing is said', () => {
  expect(parseDemoArguments([])).toEqual({ help: false, fresh: false, entries: undefined });
});

it('reads each option', () => {
  expect(parseDemoArguments(['--fresh', '--entries', '1000000'])).toEqual({
    help: false,
    fresh: true,
    entries: 1_000_000,
  });
  expect(parseDemoArguments(['--help']).help).toBe(true);
});

it.each(['0', '-1', '1.5', '1e3', '1000001', 'many', ''])('refuses --entries=%s and says what would do', (given) => {
  expect(() => parseDemoArguments([`--entries=${given}`])).toThrow(/^--entries .*: give a whole number from 1 to/);
});

it.each([
  ['--entires', ['--entires', '5']],
  ['--fresh', ['--fresh=no']],
  ['--entries', ['--entries']],
  ['offers', ['offers']],
])('names the option at fault: %s', (option, args) => {
  expect(() => parseDemoArguments(args)).toThrow(new RegExp(`'${option}[^]*Usage: npm run demo`));
});
