import { type FetchClient } from '@strapi/strapi/admin';
import type {
  CheckDepth,
  Collection,
  Comparison,
  ConnectionVerdict,
  Failure,
  Pagination,
  Run,
  RunItem,
  RunKind,
  RunStatus,
  Settings,
  Status,
  Verdict,
} from '../../../server/src/contract';
import { PLUGIN_ID } from '../pluginId';
import { ApiError, toApiError } from './api-error';

/** What the Settings page sends; without `apiKey` the stored one stays, unless it was stored for another host. */
export interface SettingsInput {
  host: string;
  apiKey?: string;
}

/** Which part of a list is asked for. */
export interface PageRequest {
  /** Counts from 1. */
  page: number;
  pageSize: number;
}

/** Which runs are asked for; what is left out may be any. */
export interface RunsRequest extends PageRequest {
  uid?: string | undefined;
  kind?: RunKind | undefined;
  status?: RunStatus | undefined;
}

/** Which differences of a run are asked for. */
export interface RunItemsRequest extends PageRequest {
  verdict?: Verdict | undefined;
}

/** Which failures are asked for. */
export interface FailuresRequest extends PageRequest {
  uid?: string | undefined;
}

/** One page of a list. */
export interface Paged<T> {
  rows: T[];
  pagination: Pagination;
}

/** Typed calls of the plugin's HTTP API. Each resolves to the `data` of the answer, or a page of it, and rejects with an `ApiError`. */
export type Client = ReturnType<typeof createClient>;

/** @param http Strapi's own client: it adds the admin's token and renews it. */
export function createClient(http: FetchClient) {
  const get = <T>(url: string, signal?: AbortSignal) => unwrap(http.get<Answer<T>>(url, { signal }));
  const getPage = <T>(url: string, request: object, signal?: AbortSignal) =>
    unwrapPage(http.get<PagedAnswer<T>>(`${url}?${queryOf(request)}`, { signal }));
  const post = <T>(url: string, body: object = {}) => unwrap(http.post<Answer<T>>(url, body));
  const put = <T>(url: string, body: object) => unwrap(http.put<Answer<T>>(url, body));

  return {
    status: (signal?: AbortSignal) => get<Status>(path('status'), signal),
    collections: (signal?: AbortSignal) => get<Collection[]>(path('collections'), signal),
    enable: (uid: string) => post<Run>(path('collections', uid, 'enable')),
    disable: (uid: string) => post<Run>(path('collections', uid, 'disable'), { removeDocuments: true }),
    update: (uid: string) => post<Run>(path('collections', uid, 'update')),
    check: (uid: string, depth: CheckDepth) => post<Run>(path('collections', uid, 'check'), { depth }),
    runs: (request: RunsRequest, signal?: AbortSignal) => getPage<Run>(path('runs'), request, signal),
    run: (id: string, signal?: AbortSignal) => get<Run>(path('runs', id), signal),
    runItems: (id: number, request: RunItemsRequest, signal?: AbortSignal) =>
      getPage<RunItem>(path('runs', String(id), 'items'), request, signal),
    repair: (checkId: number) => post<Run>(path('runs', String(checkId), 'repair')),
    cancelRun: (id: number) => post<Run>(path('runs', String(id), 'cancel')),
    confirmPurge: (id: number) => post<Run>(path('runs', String(id), 'confirm-purge')),
    compare: (uid: string, documentId: string, signal?: AbortSignal) =>
      get<Comparison[]>(path('documents', uid, documentId, 'comparison'), signal),
    failures: (request: FailuresRequest, signal?: AbortSignal) => getPage<Failure>(path('failures'), request, signal),
    /** Tries these failures again at once, or all of them; answers how many those are. */
    retry: (ids?: number[]) => post<{ retried: number }>(path('failures', 'retry'), ids === undefined ? {} : { ids }),
    settings: (signal?: AbortSignal) => get<Settings>(path('settings'), signal),
    saveSettings: (input: SettingsInput) => put<Settings>(path('settings'), input),
    testConnection: (input: SettingsInput) => post<ConnectionVerdict>(path('settings', 'test'), input),
  };
}

interface Answer<T> {
  data?: T;
}

interface PagedAnswer<T> extends Answer<T[]> {
  meta?: { pagination?: Pagination };
}

function path(...segments: string[]): string {
  return `/${[PLUGIN_ID, ...segments].map(encodeURIComponent).join('/')}`;
}

/** What is `undefined` is not asked for. */
function queryOf(request: object): string {
  const wanted = Object.entries(request).filter(([, value]) => value !== undefined);
  return new URLSearchParams(wanted.map(([name, value]) => [name, String(value)])).toString();
}

async function unwrap<T>(answer: Promise<{ data: Answer<T> }>): Promise<T> {
  const { data } = await bodyOf(answer);
  if (data === undefined) throw new ApiError('The server sent an answer without data.', null);
  return data;
}

async function unwrapPage<T>(answer: Promise<{ data: PagedAnswer<T> }>): Promise<Paged<T>> {
  const { data: rows, meta } = await bodyOf(answer);
  if (rows === undefined || !meta?.pagination) throw new ApiError('The server sent a list without its pages.', null);
  return { rows, pagination: meta.pagination };
}

async function bodyOf<T>(answer: Promise<{ data: T }>): Promise<T> {
  const { data: body } = await answer.catch((thrown: unknown) => {
    throw toApiError(thrown);
  });
  return body;
}
