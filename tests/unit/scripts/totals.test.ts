import { addTotals, describeTotals, totalsOfJest } from '../../../scripts/totals';

const report = {
  numPassedTests: 5,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
};

it('counts a test file that could not be run as a failure', () => {
  expect(totalsOfJest(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

it('adds and describes totals, and mentions what was skipped only if something was', () => {
  const passed = { passed: 1, failed: 0, skipped: 0 };
  expect(describeTotals(addTotals(passed, passed))).toBe('2 passed, 0 failed');
  expect(describeTotals(addTotals(passed, totalsOfJest(report)))).toBe('6 passed, 3 failed, 2 skipped');
});
