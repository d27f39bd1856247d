import { type FetchClient } from '@strapi/strapi/admin';
import type { Collection, ConnectionVerdict, Run, Settings, Status } from '../../../server/src/contract';
import { PLUGIN_ID } from '../pluginId';
import { ApiError, toApiError } from './api-error';

/** What the Settings page sends; without `apiKey` the stored one stays. */
export interface SettingsInput {
  host: string;
  apiKey?: string;
}

/** Typed calls of the plugin's HTTP API. Each resolves to the `data` of the answer and rejects with an `ApiError`. */
export type Client = ReturnType<typeof createClient>;

/** @param http Strapi's own client: it adds the admin's token and renews it. */
export function createClient(http: FetchClient) {
  const get = <T>(url: string, signal?: AbortSignal) => unwrap(http.get<Answer<T>>(url, { signal }));
  const post = <T>(url: string, body: object = {}) => unwrap(http.post<Answer<T>>(url, body));
  const put = <T>(url: string, body: object) => unwrap(http.put<Answer<T>>(url, body));

  return {
    status: (signal?: AbortSignal) => get<Status>(path('status'), signal),
    collections: (signal?: AbortSignal) => get<Collection[]>(path('collections'), signal),
    enable: (uid: string) => post<Run>(path('collections', uid, 'enable')),
    disable: (uid: string) => post<Run>(path('collections', uid, 'disable'), { removeDocuments: true }),
    update: (uid: string) => post<Run>(path('collections', uid, 'update')),
    cancelRun: (id: number) => post<Run>(path('runs', String(id), 'cancel')),
    confirmPurge: (id: number) => post<Run>(path('runs', String(id), 'confirm-purge')),
    settings: (signal?: AbortSignal) => get<Settings>(path('settings'), signal),
    saveSettings: (input: SettingsInput) => put<Settings>(path('settings'), input),
    testConnection: (input: SettingsInput) => post<ConnectionVerdict>(path('settings', 'test'), input),
  };
}

interface Answer<T> {
  data?: T;
}

function path(...segments: string[]): string {
  return `/${[PLUGIN_ID, ...segments].map(encodeURIComponent).join('/')}`;
}

async function unwrap<T>(answer: Promise<{ data: Answer<T> }>): Promise<T> {
  const { data: body } = await answer.catch((thrown: unknown) => {
    throw toApiError(thrown);
  });
  if (body.data === undefined) throw new ApiError('The server sent an answer without data.', null);
  return body.data;
}
