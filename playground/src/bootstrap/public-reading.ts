import type { Core } from '@strapi/strapi';

/** Lets everybody read the site through the REST API. */
export async function openPublicReading(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.db.query('plugin::users-permissions.role');
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  const { id: role } = (await roles.findOne({ where: { type: 'public' } })) as { id: number };
  const granted = (await permissions.findMany({ where: { role } })) as { action: string }[];
  const grantedActions = new Set(granted.map(({ action }) => action));
  for (const action of readingActions(strapi)) {
    if (!grantedActions.has(action)) await permissions.create({ data: { action, role } });
  }
}

/** A single type has no list, so that there is nothing to allow beyond `find`. */
function readingActions(strapi: Core.Strapi): string[] {
  return Object.entries(strapi.contentTypes)
    .filter(([uid]) => uid.startsWith('api::'))
    .flatMap(([uid, { kind }]) => (kind === 'singleType' ? [`${uid}.find`] : [`${uid}.find`, `${uid}.findOne`]));
}
