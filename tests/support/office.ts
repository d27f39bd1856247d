import { addComponents, addContentTypes, relation, type ContentType } from './content-types';
import type { PlaygroundApp } from './strapi-app';

const USER = 'plugin::users-permissions.user';
const ADMIN = 'admin::user';
const DOSSIER = 'api::office.dossier';
const REMARK = 'api::office.remark';

const name = { type: 'string' };
const secret = { type: 'string', private: true };
const password = { type: 'password' };

/** Whom everything in an office leads to: users of the site and administrators. */
const people = { holder: relation('manyToOne', USER), reviewer: relation('manyToOne', ADMIN) };

/** Dossiers that keep something private in every way that Strapi has, and lead to it through every kind of link. */
const contentTypes: Record<string, ContentType> = {
  dossier: {
    options: { draftAndPublish: false, populateCreatorFields: true, privateAttributes: ['diagnosis'] },
    attributes: {
      name,
      ...people,
      secret,
      password,
      diagnosis: { type: 'string' },
      informer: relation('manyToOne', USER, { private: true }),
      parent: relation('manyToOne', DOSSIER),
      card: { type: 'component', component: 'office.card' },
      cards: { type: 'component', component: 'office.card', repeatable: true },
      zone: { type: 'dynamiczone', components: ['office.card', 'office.stamp'] },
      remarks: relation('morphMany', REMARK, { morphBy: 'about' }),
      verdict: relation('morphOne', REMARK, { morphBy: 'about' }),
      subject: relation('morphToOne'),
      links: relation('morphToMany'),
    },
  },
  remark: {
    options: { draftAndPublish: false },
    attributes: { name, ...people, secret, about: relation('morphToMany') },
  },
};

const components = {
  card: { name, ...people, secret, password, stamp: { type: 'component', component: 'office.stamp' } },
  stamp: { name, ...people, secret },
};

/** Adds the office's content types to an application that is not loaded yet; its tables are made at the boot. */
export function addOffice(strapi: PlaygroundApp['strapi']): void {
  addContentTypes(strapi, 'office', contentTypes);
  addComponents(strapi, 'office', components);
}
