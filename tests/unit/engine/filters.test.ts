import { filterExpression } from '../../../server/src/engine/filters';

describe('a filter in Meilisearch’s language', () => {
  it.each([
    [{ uid: 'api::offer.offer' }, '_strapi.uid = "api::offer.offer"'],
    [
      { uid: 'api::offer.offer', syncedBefore: 1795312800123 },
      '_strapi.uid = "api::offer.offer" AND _strapi.syncedAt < 1795312800123',
    ],
    [{ uid: 'api::offer.offer', syncedBefore: 0 }, '_strapi.uid = "api::offer.offer" AND _strapi.syncedAt < 0'],
    [{ unowned: true as const }, '_strapi.uid NOT EXISTS'],
    [{ uid: 'a" OR id = "b' }, '_strapi.uid = "a\\" OR id = \\"b"'],
    [{ uid: 'a\\' }, '_strapi.uid = "a\\\\"'],
  ])('%j is %s', (filter, expression) => {
    expect(filterExpression(filter)).toBe(expression);
  });
});
