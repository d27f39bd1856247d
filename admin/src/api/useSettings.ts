import { getFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionVerdict, Settings } from '../../../server/src/contract';
import { type ApiError } from './api-error';
import { createClient, type SettingsInput } from './client';

const SETTINGS_KEY = ['settings'];

export function useSettings() {
  return useQuery<Settings, ApiError>({
    queryKey: SETTINGS_KEY,
    queryFn: ({ signal }) => createClient(getFetchClient()).settings(signal),
    // A form must not change under the hands that fill it in.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation<Settings, ApiError, SettingsInput>({
    mutationFn: (input) => createClient(getFetchClient()).saveSettings(input),
    onSuccess: (settings) => queries.setQueryData(SETTINGS_KEY, settings),
  });
}

/** Tries host and key without storing them. */
export function useTestConnection() {
  return useMutation<ConnectionVerdict, ApiError, SettingsInput>({
    mutationFn: (input) => createClient(getFetchClient()).testConnection(input),
  });
}
