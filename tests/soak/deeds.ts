import type { Random } from '../simulation/world/random';
import type { Site } from './site';

const OFFER = 'api::offer.offer';
const HOUSING = 'api::housing.housing';
const CITY = 'api::city.city';
const COMPANY = 'api::company.company';

interface Listed {
  results: { documentId: string }[];
}

/** Something that an editor or an admin does; answers what it was, for the trace. */
export type Deed = (site: Site, random: Random, turn: number) => Promise<string>;

const address = (uid: string, documentId = '') => `/content-manager/collection-types/${uid}/${documentId}`;

/** One of the first hundred entries in a random order, or `null` where there is none. */
async function anyOf(site: Site, random: Random, uid: string): Promise<string | null> {
  const order = random.pick(['title:asc', 'title:desc', 'id:asc', 'id:desc', 'updatedAt:desc']);
  const sort = uid === CITY || uid === COMPANY ? order.replace('title', 'name') : order;
  const { results } = await site.ask<Listed>('GET', `${address(uid)}?page=1&pageSize=100&sort=${sort}`);
  return results.length > 0 ? random.pick(results).documentId : null;
}

const createOffer: Deed = async (site, random, turn) => {
  const data = { title: `Soak ${turn}`, description: 'x', type: 'internship' };
  const city = await anyOf(site, random, CITY);
  const publish = random.chance(0.5) ? 'actions/publish' : '';
  await site.ask('POST', `${address(OFFER)}${publish}`, { ...data, city: { connect: [{ documentId: city }] } });
  return `offer created${publish && ' and published'}`;
};

const createHousing: Deed = async (site, random, turn) => {
  const city = await anyOf(site, random, CITY);
  const data = { title: `Soak ${turn}`, description: 'x', type: 'room', rent: turn };
  await site.ask('POST', address(HOUSING), { ...data, city: { connect: [{ documentId: city }] } });
  return 'housing ad created';
};

/** Does something to any entry of a type. */
const toAny =
  (uid: string, name: string, act: (site: Site, documentId: string, turn: number) => Promise<unknown>): Deed =>
  async (site, random, turn) => {
    const documentId = await anyOf(site, random, uid);
    if (documentId === null) return `${name}: there is none`;
    await act(site, documentId, turn);
    return name;
  };

const rename = (uid: string, field: string): Deed =>
  toAny(uid, `${uid} renamed`, (site, documentId, turn) =>
    site.ask('PUT', address(uid, documentId), { [field]: `Soak ${turn}` }),
  );

const remove = (uid: string): Deed =>
  toAny(uid, `${uid} deleted`, (site, documentId) => site.ask('DELETE', address(uid, documentId)));

const offerAction = (action: string): Deed =>
  toAny(OFFER, `offer: ${action}`, (site, documentId) =>
    site.ask('POST', `${address(OFFER, documentId)}/actions/${action}`, {}),
  );

const publishMany: Deed = async (site, random) => {
  const documentIds = [await anyOf(site, random, OFFER), await anyOf(site, random, OFFER)].filter((id) => id !== null);
  const action = random.pick(['bulkPublish', 'bulkUnpublish']);
  await site.ask('POST', `${address(OFFER)}actions/${action}`, { documentIds: [...new Set(documentIds)] });
  return `offers: ${action}`;
};

const update: Deed = async (site, random) => {
  const uid = random.pick([OFFER, HOUSING]);
  await site.ask('POST', `/meilisearch/collections/${encodeURIComponent(uid)}/update`, {});
  return `${uid}: Update pressed`;
};

/** What is done, some of it more often. */
export const DEEDS: readonly Deed[] = [
  ...Array<Deed>(4).fill(createOffer),
  ...Array<Deed>(4).fill(createHousing),
  ...Array<Deed>(6).fill(rename(OFFER, 'title')),
  ...Array<Deed>(6).fill(rename(HOUSING, 'title')),
  rename(CITY, 'name'),
  rename(COMPANY, 'name'),
  ...Array<Deed>(2).fill(remove(OFFER)),
  ...Array<Deed>(2).fill(remove(HOUSING)),
  remove(CITY),
  ...Array<Deed>(3).fill(offerAction('publish')),
  ...Array<Deed>(2).fill(offerAction('unpublish')),
  offerAction('discard'),
  publishMany,
  update,
];
