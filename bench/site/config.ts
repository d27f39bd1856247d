import { collections as demo } from '../../playground/search/collections';
import { manyCollections } from './many-collections';

const { 'api::offer.offer': offers, 'api::housing.housing': housings } = demo;

/** The demo's collections, none of them enabled: a scenario decides when the first update begins. Nothing comes of itself. */
export default {
  collections: {
    'api::offer.offer': { ...offers, enabled: false },
    'api::housing.housing': { ...housings, enabled: false },
    ...(process.env.BENCH_MANY_COLLECTIONS ? manyCollections : {}),
  },
  check: { schedule: false, fullSchedule: false },
};
