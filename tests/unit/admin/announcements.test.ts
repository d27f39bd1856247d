import { announcements } from '../../../admin/src/pages/Collections/announcements';
import { aCollection, aRun, aRunningRun } from './factories';
import type { Collection } from '../../../server/src/contract';

const at = (read: number) => aCollection({ activeRun: aRunningRun({ counts: { total: 100, read } }) });
const news = (before: Collection, after: Collection) => announcements([before], [after]);

describe('what is said aloud between two looks', () => {
  it('is nothing while nothing happens', () => {
    expect(news(aCollection(), aCollection())).toEqual([]);
    expect(news(at(30), at(30))).toEqual([]);
  });

  it('is that a run began', () => {
    expect(news(aCollection(), at(0))).toEqual([{ name: 'Offer', messages: [{ key: 'announce.started' }] }]);
  });

  it('is progress by quarters only', () => {
    expect(news(at(1), at(24))).toEqual([]);
    expect(news(at(24), at(51))).toEqual([
      { name: 'Offer', messages: [{ key: 'announce.progress', values: { percent: 0.5 } }] },
    ]);
  });

  it('is, once, that a decision is needed', () => {
    const waiting = aCollection({ activeRun: aRunningRun({ status: 'awaiting-confirmation' }) });
    expect(news(at(99), waiting)).toEqual([{ name: 'Offer', messages: [{ key: 'announce.decide' }] }]);
    expect(news(waiting, waiting)).toEqual([]);
  });

  it('is how a run ended', () => {
    expect(news(at(100), aCollection({ lastUpdate: aRun() }))).toEqual([
      { name: 'Offer', messages: [{ key: 'run.status.succeeded' }] },
    ]);
  });

  it('is what a check found', () => {
    const check = aRun({ id: 2, kind: 'check', counts: { stale: 1 } });
    const checking = aCollection({ activeRun: aRunningRun({ id: 2, kind: 'check' }) });
    expect(news(checking, aCollection({ lastUpdate: aRun(), lastCheck: check }))).toEqual([
      { name: 'Offer', messages: [{ key: 'count.stale', values: { count: 1 } }] },
    ]);
  });

  it('is what a repair left', () => {
    const repairing = aCollection({ activeRun: aRunningRun({ id: 3, kind: 'repair' }) });
    const left = (stale: number) => aCollection({ drift: { missing: 0, stale, orphaned: 0, at: '', checkId: 2 } });
    expect(news(repairing, left(0))).toEqual([{ name: 'Offer', messages: [{ key: 'result.noDifference' }] }]);
    expect(news(repairing, left(1))).toEqual([
      { name: 'Offer', messages: [{ key: 'count.stale', values: { count: 1 } }] },
    ]);
  });

  it('is nothing about an update of before, when what ended was something else', () => {
    const checking = aCollection({ activeRun: aRunningRun({ id: 2, kind: 'check' }), lastUpdate: aRun() });
    expect(news(checking, aCollection({ lastUpdate: aRun() }))).toEqual([]);
  });

  it('is nothing about a collection that was not there before', () => {
    expect(announcements([], [at(10)])).toEqual([]);
  });
});
