import { type AdminApi, createAdminApi } from '../support/admin-api';
import { aHousing } from '../support/entries';
import { eventually } from '../support/eventually';
import { bootSynced, type SyncedPlayground } from '../support/synced-playground';

const HOUSING = 'api::housing.housing';
const USER = 'plugin::users-permissions.user';

/** Strapi's own words. */
const CAUSE = 'Using fragments is not permitted to populate "role"';

let app: SyncedPlayground;
let api: AdminApi;

beforeAll(async () => {
  app = await bootSynced({ config: require.resolve('./configs/unreadable') });
  api = createAdminApi(app);
}, 120_000);

afterAll(() => app.stop());

describe('a collection whose entries cannot be read', () => {
  it('fails in its updates with the cause', async () => {
    const { body } = await api.get(`/runs?uid=${USER}`).expect(200);
    expect(body.data[0]).toMatchObject({ status: 'failed', error: expect.stringContaining(CAUSE) });
  });

  it('makes a failure of each entry that is saved, and holds up no other collection', async () => {
    const camille = { username: 'camille', email: 'camille@example.org', provider: 'local' };
    const user = await app.documents(USER).create({ data: camille });
    const ad = await app.documents(HOUSING).create({ data: aHousing({ title: 'Igloo' }) });
    expect(await app.titles('housings', ad.documentId)).toEqual({ [`housing-${ad.documentId}`]: 'Igloo' });

    const { body } = await api.get('/failures').expect(200);
    expect(body.data).toEqual([
      expect.objectContaining({
        uid: USER,
        documentId: user.documentId,
        stage: 'read',
        message: expect.stringContaining(CAUSE),
        hint: expect.stringContaining('entriesQuery'),
      }),
    ]);
  });

  it('does not hide how the others stand', async () => {
    await eventually(async () =>
      expect(await api.collection(HOUSING)).toMatchObject({ databaseCount: 1, indexedCount: 1, state: 'in-sync' }),
    );
    expect(await api.collection(USER)).toMatchObject({ failing: 1 });
  });
});
