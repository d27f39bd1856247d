import { setImmediate } from 'node:timers/promises';

interface Offer {
  title: string;
  reference?: string | null;
}

interface Housing {
  title: string;
  description: string;
  rent: number;
}

interface City {
  name: string;
  latitude: number | null;
  longitude: number | null;
}

/** A service that the site's own functions ask, and that may be away. */
export const pictures = { isAway: false };

/** What a site may decide about its entries: whether, as what and where they are found. */
export default {
  collections: {
    'api::offer.offer': {
      enabled: true,
      indexName: 'offers',
      entriesQuery: { locale: '*', filters: { type: { $ne: 'part-time' } } },
      filterEntry: async ({ entry }: { entry: Offer }) => {
        await setImmediate();
        if (entry.title.startsWith('Broken')) throw new Error(`${entry.title} has no employer`);
        return entry.reference !== 'internal';
      },
    },
    'api::housing.housing': {
      enabled: true,
      indexName: 'housings',
      // Neither order nor size of what is read at once is for what is found.
      entriesQuery: { sort: 'rent:desc', limit: 2 },
      transformEntry: async ({ entry }: { entry: Housing }) => {
        await setImmediate();
        const { title, description, rent } = entry;
        if (title.startsWith('Unlisted')) return null;
        if (title.startsWith('Listed')) return [title];
        if (title.startsWith('Broken')) throw new Error(`${title} has no roof`);
        if (title.startsWith('Pictured') && pictures.isAway) throw new Error('no answer from the picture service');
        const [, landmark] = /^Near (.*)\.$/.exec(description) ?? [];
        return { title, rent, ...(landmark === undefined ? {} : { landmark }) };
      },
    },
    'api::company.company': {
      enabled: true,
      indexName: 'contacts',
      entriesQuery: {
        fields: ['name'],
        populate: {
          offers: { fields: ['title'], sort: 'title:desc', filters: { type: { $ne: 'part-time' } } },
        },
      },
    },
    'api::owner.owner': {
      enabled: true,
      indexName: 'contacts',
      entriesQuery: { populate: { housings: { fields: ['title'], sort: 'rent', limit: 1 } } },
    },
    'api::skill.skill': { enabled: true, indexName: ['skills', 'competences'] },
    'api::homepage.homepage': { enabled: true, indexName: 'previews', entriesQuery: { status: 'draft' } },
    'api::city.city': {
      enabled: true,
      indexName: 'cities',
      settings: { filterableAttributes: ['_geo'] },
      transformEntry: ({ entry: { name, latitude, longitude } }: { entry: City }) => ({
        name,
        _geo: { lat: latitude ?? 'unknown', lng: longitude ?? 'unknown' },
      }),
    },
  },
};
