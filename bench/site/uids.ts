/** Content types of the playground that scenarios write and index. */
export const OFFER = 'api::offer.offer';
export const HOUSING = 'api::housing.housing';
