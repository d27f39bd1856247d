import {
  CALM_INTERVAL,
  MOVING_INTERVAL,
  pollInterval,
  runPollInterval,
  runsPollInterval,
} from '../../../admin/src/api/poll-interval';
import { aCollection, aRun, aRunningRun, aStatus } from './factories';

const AWAY = { reachable: false, version: null, error: 'connect ECONNREFUSED' };
const PENDING = { pending: 2, failing: 0, oldestAt: null };

describe('the interval between two looks', () => {
  it.each([
    ['nothing was seen yet', undefined, CALM_INTERVAL],
    ['nothing happens', { status: aStatus(), collections: [aCollection()] }, CALM_INTERVAL],
    [
      'a run is queued',
      { status: aStatus({ activeRuns: [aRun({ status: 'queued' })] }), collections: [] },
      MOVING_INTERVAL,
    ],
    [
      'a collection has a run',
      { status: aStatus(), collections: [aCollection({ activeRun: aRunningRun() })] },
      MOVING_INTERVAL,
    ],
    [
      'a run waits for a person',
      { status: aStatus({ activeRuns: [aRun({ status: 'awaiting-confirmation' })] }), collections: [] },
      CALM_INTERVAL,
    ],
    ['marks wait', { status: aStatus({ outbox: PENDING }), collections: [] }, MOVING_INTERVAL],
    ['marks of a collection wait', { status: aStatus(), collections: [aCollection({ pending: 1 })] }, MOVING_INTERVAL],
    [
      'marks wait for an engine that is away',
      { status: aStatus({ engine: AWAY, outbox: PENDING }), collections: [] },
      CALM_INTERVAL,
    ],
  ])('when %s', (_, overview, interval) => {
    expect(pollInterval(overview, Infinity)).toBe(interval);
  });

  it.each([
    [0, MOVING_INTERVAL],
    [5_000, MOVING_INTERVAL],
    [60_000, CALM_INTERVAL],
  ])('%p ms after documents were tried again, which leaves no marks', (sinceRetry, interval) => {
    expect(pollInterval({ status: aStatus(), collections: [] }, sinceRetry)).toBe(interval);
  });
});

describe('the interval between two looks at runs', () => {
  it.each([
    ['there is none', [], CALM_INTERVAL],
    ['all are over', [aRun(), aRun({ status: 'failed' })], CALM_INTERVAL],
    ['one waits for a person', [aRun({ status: 'awaiting-confirmation' })], CALM_INTERVAL],
    ['one waits for its turn', [aRun(), aRun({ status: 'queued' })], MOVING_INTERVAL],
    ['one goes on', [aRunningRun(), aRun()], MOVING_INTERVAL],
  ])('when %s', (_, runs, interval) => {
    expect(runsPollInterval(runs)).toBe(interval);
  });
});

describe('the interval between two looks at one run', () => {
  it.each([
    ['it was not found', undefined, false],
    ['it waits for its turn', aRun({ status: 'queued' }), MOVING_INTERVAL],
    ['it goes on', aRunningRun(), MOVING_INTERVAL],
    ['it waits for a person', aRun({ status: 'awaiting-confirmation' }), CALM_INTERVAL],
    ['it is over', aRun({ status: 'canceled' }), false],
  ])('when %s', (_, run, interval) => {
    expect(runPollInterval(run)).toBe(interval);
  });
});
