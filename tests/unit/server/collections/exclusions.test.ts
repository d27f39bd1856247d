import { createExclusions } from '../../../../server/src/collections/exclusions';
import { subjectOf } from '../../../../server/src/collections/subject';
import { TABLES } from '../../../../server/src/database/models';
import { OFFER } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';

const entry = (documentId: string, locale: string | null) => ({ documentId, locale });
const whole = (...documentIds: string[]) => ({ documentIds, entries: null });

function begin() {
  const database = createInMemoryDatabase();
  const recorded = () =>
    database
      .rows(TABLES.exclusions)
      .map(({ uid, documentId, locale, stamp }) => [uid, documentId, locale, stamp].map(String).join(' '))
      .sort();
  return { exclusions: createExclusions(database.strapi), recorded };
}

describe('the record of exclusions', () => {
  it('holds what is left out, and when that was seen', async () => {
    const { exclusions, recorded } = begin();
    await exclusions.record(OFFER, whole('a', 'b'), [entry('a', 'en'), entry('b', null)], 7);
    expect(recorded()).toEqual([`${OFFER} a en 7`, `${OFFER} b null 7`]);
  });

  it('drops every locale of a whole document that is not left out any more', async () => {
    const { exclusions, recorded } = begin();
    await exclusions.record(OFFER, whole('a', 'b'), [entry('a', 'en'), entry('a', 'fr'), entry('b', 'en')], 7);
    await exclusions.record(OFFER, whole('a'), [entry('a', 'fr')], 8);
    expect(recorded()).toEqual([`${OFFER} a fr 8`, `${OFFER} b en 7`]);
  });

  it('keeps an entry of which nothing is said although another of the same document is in', async () => {
    const { exclusions, recorded } = begin();
    await exclusions.record(OFFER, subjectOf([entry('a', 'en')]), [entry('a', 'en')], 7);
    await exclusions.record(OFFER, subjectOf([entry('a', 'fr')]), [], 7);
    expect(recorded()).toEqual([`${OFFER} a en 7`]);
  });

  it('drops an entry that is looked at again and is in', async () => {
    const { exclusions, recorded } = begin();
    const entries = [entry('a', null), entry('b', null)];
    await exclusions.record(OFFER, subjectOf(entries), entries, 7);
    await exclusions.record(OFFER, subjectOf(entries), [entry('b', null)], 8);
    expect(recorded()).toEqual([`${OFFER} b null 8`]);
  });

  it('says nothing of another content type', async () => {
    const { exclusions, recorded } = begin();
    await exclusions.record('api::job.job', whole('a'), [entry('a', null)], 7);
    await exclusions.record(OFFER, whole('a'), [], 8);
    expect(recorded()).toEqual(['api::job.job a null 7']);
  });

  it('copes with more documents than one statement may name', async () => {
    const { exclusions, recorded } = begin();
    const entries = Array.from({ length: 1200 }, (_, position) => entry(`d${position}`, null));
    await exclusions.record(OFFER, subjectOf(entries), entries, 7);
    expect(recorded()).toHaveLength(1200);
    await exclusions.record(OFFER, whole(...entries.map(({ documentId }) => documentId)), [], 8);
    expect(recorded()).toEqual([]);
  });

  it('drops what an update did not confirm, and keeps what was seen since it began', async () => {
    const { exclusions, recorded } = begin();
    await exclusions.record(OFFER, whole('a'), [entry('a', null)], 6);
    await exclusions.record(OFFER, whole('b'), [entry('b', null)], 7);
    await exclusions.forgetBefore(OFFER, 7);
    expect(recorded()).toEqual([`${OFFER} b null 7`]);
  });
});
