import type { Trigger } from '../contract';

/** A script that does not say who it is, or whatever code has written more documents at once than can be named. */
export const BY_API: Trigger = { by: 'api', user: null };
/** The start of Strapi, for a collection that an admin has enabled and that was never indexed to the end. */
export const BY_BOOT: Trigger = { by: 'boot', user: null };
/** A developer who has enabled a collection. */
export const BY_CONFIG: Trigger = { by: 'config', user: null };
/** The plugin itself, when it is time to, or when it notices that much has happened past it. */
export const BY_SCHEDULE: Trigger = { by: 'schedule', user: null };
