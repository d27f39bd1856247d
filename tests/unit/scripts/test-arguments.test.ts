import { CHECKS, parseTestArguments, SUITES } from '../../../scripts/test-arguments';

it('runs everything when nothing is said', () => {
  const { checks, suites, patterns } = parseTestArguments([]);
  expect([...checks]).toEqual([...CHECKS]);
  expect([...suites]).toEqual([...SUITES]);
  expect(patterns).toEqual([]);
});

it('runs only what is named', () => {
  const { checks, suites } = parseTestArguments(['--only', 'unit,lint']);
  expect([...checks]).toEqual(['lint']);
  expect([...suites]).toEqual(['unit']);
});

it('leaves the checks out where test files are named', () => {
  const { checks, suites, patterns } = parseTestArguments(['update', 'purge']);
  expect([...checks]).toEqual([]);
  expect([...suites]).toEqual([...SUITES]);
  expect(patterns).toEqual(['update', 'purge']);
});

it('names a step that does not exist, and those that do', () => {
  expect(() => parseTestArguments(['--only', 'unit,lnit'])).toThrow(
    /^--only lnit: give one or more of types, .*browser\.$/,
  );
});

it('names an option that does not exist', () => {
  expect(() => parseTestArguments(['--watch'])).toThrow(/'--watch'[^]*Usage: npm test/);
});
