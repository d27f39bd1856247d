import { editedMark } from '../../../../server/src/outbox/mark';
import { createOutbox } from '../../../../server/src/outbox/outbox';
import { OFFER } from '../fixtures/collection';
import { createInMemoryDatabase } from '../fixtures/database';

const CITY = 'api::city.city';

it('waits for nothing that is not synced any more', async () => {
  const outbox = createOutbox(createInMemoryDatabase().strapi);
  await outbox.add([editedMark(CITY, 'lyon')]);
  expect(await outbox.backlog([OFFER])).toEqual({ pending: 0, oldestAt: null });
  await outbox.add([editedMark(OFFER, 'cook')]);
  expect(await outbox.backlog([OFFER])).toMatchObject({ pending: 1 });
  expect(await outbox.backlog([])).toEqual({ pending: 0, oldestAt: null });
});
