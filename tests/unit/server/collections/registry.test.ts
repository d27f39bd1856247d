import { createCollectionRecords } from '../../../../server/src/collections/collection-records';
import { createRegistry } from '../../../../server/src/collections/registry';
import { TABLES } from '../../../../server/src/database/models';
import { createGate } from '../../../support/gate';
import { OFFER, offers } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';

const JOB = 'api::job.job';

/** An instance among several that share a database; `answers` holds back what its database says. */
function begin() {
  const database = createInMemoryDatabase();
  const instance = () => {
    const answers = createGate();
    const told = { forgotten: [] as string[], enabledElsewhere: [] as string[], refused: null as string | null };
    const tell = (news: 'forgotten' | 'enabledElsewhere') => async (uid: string) => {
      if (uid === told.refused) throw new Error('the database is away');
      told[news].push(uid);
    };
    const strapi = database.connect(async (_table, statement) => {
      const answer = statement();
      await answers.pass();
      return answer;
    });
    const definitions = new Map([OFFER, JOB].map((uid) => [uid, offers({ uid })]));
    const registry = createRegistry(definitions, createCollectionRecords(strapi), (work) => work(), {
      forgotten: tell('forgotten'),
      enabledElsewhere: tell('enabledElsewhere'),
    });
    return { registry, told, answers };
  };
  return { database, here: instance(), there: instance() };
}

describe('what an instance knows of the collections', () => {
  it('goes by the latest look, even where an earlier one is answered later', async () => {
    const { here } = begin();
    const { registry, told, answers } = here;
    await registry.refresh();
    answers.shut();
    const earlier = registry.refresh();
    const decision = registry.decide(OFFER, true, async () => undefined);
    answers.open();
    await Promise.all([earlier, decision]);
    expect(registry.isEnabled(OFFER)).toBe(true);
    expect(told.forgotten).toEqual([]);
  });

  it('asks for an update of what another one has enabled, for it has captured nothing of it so far', async () => {
    const { here, there } = begin();
    await here.registry.refresh();
    await there.registry.refresh();
    await there.registry.decide(OFFER, true, async () => undefined);
    await here.registry.refresh();
    await here.registry.refresh();
    expect(here.told.enabledElsewhere).toEqual([OFFER]);
    expect(there.told.enabledElsewhere).toEqual([]);
  });

  it('asks for nothing at its first look, when it has not served anybody yet', async () => {
    const { here, there } = begin();
    await there.registry.decide(OFFER, true, async () => undefined);
    await here.registry.refresh();
    expect(here.told.enabledElsewhere).toEqual([]);
  });

  it('asks again where that did not get through', async () => {
    const { here, there } = begin();
    await here.registry.refresh();
    await there.registry.decide(OFFER, true, async () => undefined);
    here.told.refused = OFFER;
    await expect(here.registry.refresh()).rejects.toThrow('away');
    expect(here.registry.isEnabled(OFFER)).toBe(true);
    here.told.refused = null;
    await here.registry.refresh();
    expect(here.told.enabledElsewhere).toEqual([OFFER]);
  });

  it('remembers what was decided where the tables were emptied', async () => {
    const { database, here } = begin();
    await here.registry.decide(OFFER, true, async () => undefined);
    await database.strapi.db.query(TABLES.collections).deleteMany({});
    await here.registry.refresh();
    expect(here.told.forgotten).toEqual([OFFER]);
    expect(database.rows(TABLES.collections)).toMatchObject([{ uid: OFFER, enabled: true }]);
  });

  it('asks for the updates again that did not get through after the tables were emptied', async () => {
    const { database, here } = begin();
    for (const uid of [OFFER, JOB]) await here.registry.decide(uid, true, async () => undefined);
    await database.strapi.db.query(TABLES.collections).deleteMany({});
    here.told.refused = JOB;
    await expect(here.registry.refresh()).rejects.toThrow('away');
    here.told.refused = null;
    await here.registry.refresh();
    await here.registry.refresh();
    expect(here.told.forgotten).toEqual([OFFER, JOB]);
  });
});
