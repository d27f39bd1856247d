import { useRBAC } from '@strapi/strapi/admin';
import { type AllowedActions, PERMISSIONS } from '../permissions';

const CHECKED = Object.values(PERMISSIONS);

/** Nothing is allowed until Strapi has answered. */
export function useAllowedActions(): AllowedActions {
  // Strapi names each after the last word of the action: `settings.edit` becomes `canEdit`.
  const { canRead, canCreate, canUpdate, canDelete, canEdit } = useRBAC(CHECKED).allowedActions;
  return {
    read: canRead === true,
    enableCollection: canCreate === true,
    updateCollection: canUpdate === true,
    disableCollection: canDelete === true,
    editSettings: canEdit === true,
  };
}
