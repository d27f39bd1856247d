import { useNotification } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { type ApiError } from '../api/api-error';

/** Tells the admin how something that was asked for went. */
export function useNotify() {
  const { toggleNotification } = useNotification();
  return useMemo(
    () => ({
      success: (message: string) => toggleNotification({ type: 'success', message }),
      info: (message: string) => toggleNotification({ type: 'info', message }),
      /** @param title what did not work; the server's own message says why. */
      failure: (title: string, error: ApiError) =>
        toggleNotification({ type: 'danger', title, message: error.message }),
    }),
    [toggleNotification],
  );
}
