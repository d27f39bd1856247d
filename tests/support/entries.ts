/** The least that Strapi takes as an offer; say what matters to the test. */
export function anOffer(fields: object = {}): object {
  return { title: 'Gardener', description: 'Plants trees.', type: 'internship', ...fields };
}

/** The least that Strapi takes as a housing ad; say what matters to the test. */
export function aHousing(fields: object = {}): object {
  return { title: 'Attic room', description: 'Under the roof.', type: 'room', rent: 300, ...fields };
}
