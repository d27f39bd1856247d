import { PLUGIN_ID } from './pluginId';

const permission = (action: string) => ({ action: `plugin::${PLUGIN_ID}.${action}`, subject: null });

/** What a role may be allowed to do with the plugin; the server guards its routes with the same actions. */
export const PERMISSIONS = {
  read: permission('read'),
  enableCollection: permission('collections.create'),
  updateCollection: permission('collections.update'),
  disableCollection: permission('collections.delete'),
  editSettings: permission('settings.edit'),
};

/** Which of these the admin who is logged in has. */
export type AllowedActions = Record<keyof typeof PERMISSIONS, boolean>;
