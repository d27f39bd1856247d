/** Users with those who have the same role, administrators with their roles. */
const people = {
  holder: { populate: { role: { populate: { users: true } } } },
  reviewer: { populate: { roles: true, apiTokens: true } },
};
const creators = { createdBy: { populate: { roles: true } }, updatedBy: true };
const withPeople = { populate: people };
const remark = { populate: { ...people, ...creators } };
const card = { populate: { ...people, stamp: withPeople } };
const anything = { on: { 'api::office.remark': remark, 'api::office.dossier': withPeople, 'admin::user': true } };

const dossier = {
  ...people,
  ...creators,
  informer: true,
  card,
  cards: card,
  zone: { on: { 'office.card': card, 'office.stamp': withPeople } },
  remarks: remark,
  verdict: remark,
  subject: anything,
  links: anything,
};

/** What a careless site may ask for: creators, private fields and users, at every depth. */
export default {
  collections: {
    'api::owner.owner': { enabled: true, indexName: 'owners', noSanitizePrivateFields: ['phone'] },
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      entriesQuery: { populate: { city: true, owner: true, createdBy: true, updatedBy: true } },
      transformEntry: ({ entry }: { entry: object }) => ({ ...entry, asGiven: JSON.stringify(entry) }),
    },
    'api::company.company': {
      enabled: true,
      indexName: 'companies',
      entriesQuery: {
        populate: { landlord: { populate: { housings: { populate: { owner: true, createdBy: true } } } } },
      },
    },
    'api::offer.offer': {
      enabled: true,
      indexName: 'offers',
      entriesQuery: {
        locale: '*',
        populate: {
          company: { populate: { landlord: true, updatedBy: true } },
          createdBy: { populate: { roles: true } },
          localizations: { populate: { createdBy: true } },
        },
      },
    },
    'api::homepage.homepage': {
      enabled: true,
      indexName: 'homepages',
      entriesQuery: { populate: { featuredHousing: { populate: { owner: true } }, createdBy: true } },
    },
    'plugin::users-permissions.user': {
      enabled: true,
      indexName: 'users',
      entriesQuery: { populate: { role: { populate: { users: true } } } },
    },
    'api::office.dossier': {
      enabled: true,
      indexName: 'dossiers',
      entriesQuery: { populate: { ...dossier, parent: { populate: { ...dossier, parent: { populate: dossier } } } } },
    },
    'api::office.remark': { enabled: true, indexName: 'remarks' },
  },
};
