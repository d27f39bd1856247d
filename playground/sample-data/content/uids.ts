/** The content types that sample data are written for. */
export const UIDS = {
  city: 'api::city.city',
  company: 'api::company.company',
  file: 'plugin::upload.file',
  homepage: 'api::homepage.homepage',
  housing: 'api::housing.housing',
  offer: 'api::offer.offer',
  owner: 'api::owner.owner',
  skill: 'api::skill.skill',
} as const;
