import { type DocumentFacts, documentState } from '../../../../server/src/overview/document-state';

const IN_SYNC: DocumentFacts = {
  verdict: null,
  isExcluded: false,
  isFailing: false,
  isMarked: false,
  mayBeMarked: false,
};

describe('a search document', () => {
  it.each<[sentence: string, facts: Partial<DocumentFacts>, state: string]>([
    ['that is as it ought to be is in sync', {}, 'in-sync'],
    ['that is not there, and ought not to be, is excluded', { isExcluded: true }, 'excluded'],
    ['that is not there is missing', { verdict: 'missing' }, 'missing'],
    ['of another version is stale', { verdict: 'stale' }, 'stale'],
    ['without an entry is orphaned', { verdict: 'orphaned' }, 'orphaned'],
    ['that is there although it is excluded is orphaned', { verdict: 'orphaned', isExcluded: true }, 'orphaned'],
    ['that does not get through is failing', { isFailing: true, verdict: 'missing' }, 'failing'],
    ['that does not get through is failing, also where the last one did', { isFailing: true }, 'failing'],
    ['that a mark names is pending', { isMarked: true, verdict: 'stale' }, 'pending'],
    ['that a mark names is pending until it is drained, also where nothing differs', { isMarked: true }, 'pending'],
    ['that is about to be tried again is pending', { isMarked: true, isFailing: true }, 'pending'],
    ['that differs while marks may be about it is pending', { mayBeMarked: true, verdict: 'stale' }, 'pending'],
    ['that is equal is in sync, whatever else may be pushed', { mayBeMarked: true }, 'in-sync'],
    ['that is excluded stays so, whatever else may be pushed', { mayBeMarked: true, isExcluded: true }, 'excluded'],
  ])('%s', (_, facts, state) => {
    expect(documentState({ ...IN_SYNC, ...facts })).toBe(state);
  });
});
