import { parseTestDatabasesArguments } from '../../../scripts/test-databases-arguments';

it('runs everything on every database, and installs nothing, when nothing is said', () => {
  expect(parseTestDatabasesArguments([])).toEqual({
    help: false,
    install: false,
    sensitive: false,
    clients: new Set(['postgres', 'mysql']),
    patterns: [],
  });
});

it('runs only the databases and test files that are named', () => {
  expect(parseTestDatabasesArguments(['--only', 'mysql', 'resume', 'update'])).toMatchObject({
    clients: new Set(['mysql']),
    patterns: ['resume', 'update'],
  });
});

it('names a database that it does not know, and those it does', () => {
  expect(() => parseTestDatabasesArguments(['--only', 'postgres,oracle'])).toThrow(
    '--only oracle: give one or more of postgres, mysql.',
  );
});

it('does not guess what a choice of test files within a choice means', () => {
  expect(() => parseTestDatabasesArguments(['--sensitive', 'resume'])).toThrow('Give either --sensitive or patterns.');
});

it('names an option that does not exist', () => {
  expect(() => parseTestDatabasesArguments(['--watch'])).toThrow(/'--watch'[^]*Usage: npm run test:databases/);
});
