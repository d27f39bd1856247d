import { isActive, withRun } from '../../../admin/src/api/overview';
import { aCollection, aRun, aRunningRun, aStatus } from './factories';

const other = aCollection({ uid: 'api::city.city', displayName: 'City' });

describe('the overview after an answer of the server', () => {
  it('shows the run at its collection and nowhere else', () => {
    const run = aRun({ status: 'queued' });
    const overview = withRun({ status: aStatus(), collections: [aCollection(), other] }, run);
    expect(overview.collections).toEqual([aCollection({ activeRun: run, state: 'running' }), other]);
    expect(overview.status.activeRuns).toEqual([run]);
  });

  it('turns a collection on or off with the run that does it', () => {
    const collections = [aCollection({ enabled: false, state: 'disabled' })];
    const enabling = withRun({ status: aStatus(), collections }, aRun({ status: 'queued', kind: 'update' }));
    expect(enabling.collections[0]?.enabled).toBe(true);
    const disabling = withRun(enabling, aRun({ id: 2, status: 'queued', kind: 'disable' }));
    expect(disabling.collections[0]?.enabled).toBe(false);
  });

  it('replaces an earlier picture of the same run, and drops one that ended', () => {
    const running = {
      status: aStatus({ activeRuns: [aRunningRun()] }),
      collections: [aCollection({ activeRun: aRunningRun() })],
    };
    const later = aRunningRun({ counts: { read: 5 } });
    expect(withRun(running, later).status.activeRuns).toEqual([later]);
    const canceled = withRun(running, aRun({ status: 'canceled' }));
    expect(canceled.status.activeRuns).toEqual([]);
    expect(canceled.collections[0]?.activeRun).toBeNull();
  });
});

describe('a run', () => {
  it.each([
    ['queued', true],
    ['running', true],
    ['awaiting-confirmation', true],
    ['succeeded', false],
    ['succeeded-with-failures', false],
    ['failed', false],
    ['canceled', false],
  ] as const)('%s is active: %p', (status, active) => {
    expect(isActive(aRun({ status }))).toBe(active);
  });
});
