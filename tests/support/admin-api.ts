import type { Collection, Run, RunItem, RunWithItems } from '../../server/src/contract';
import type { Sync } from '../../server/src/sync/sync';
import { eventually } from './eventually';
import type { PlaygroundApp } from './strapi-app';

/** The plugin as one admin user meets it over HTTP; super admin unless another token is given. */
export function createAdminApi({ http, admin }: Pick<PlaygroundApp, 'http' | 'admin'>, token: string = admin.token) {
  const address = (path: string) => `/meilisearch${path}`;
  const get = (path: string) => http.get(address(path)).auth(token, { type: 'bearer' });
  const post = (path: string, body: object = {}) => http.post(address(path)).auth(token, { type: 'bearer' }).send(body);
  const put = (path: string, body: object) => http.put(address(path)).auth(token, { type: 'bearer' }).send(body);

  /** What a button that starts or changes a run answers. */
  const command = async (path: string, body?: object): Promise<Run> => (await post(path, body).expect(202)).body.data;

  /** The run by itself, as lists of runs have it, without the items that its own address adds. */
  const run = async (id: number): Promise<Run> => {
    const { items: _, ...alone } = (await get(`/runs/${id}`).expect(200)).body.data as RunWithItems;
    return alone;
  };

  /** Everything that a run lists, page by page. */
  const items = async ({ id }: Pick<Run, 'id'>): Promise<RunItem[]> => {
    const found: RunItem[] = [];
    for (let page = 1; ; page += 1) {
      const { body } = await get(`/runs/${id}/items?page=${page}&pageSize=100`).expect(200);
      found.push(...(body.data as RunItem[]));
      if (page >= body.meta.pagination.pageCount) return found;
    }
  };

  /** The run once it is over. */
  const finished = ({ id }: Pick<Run, 'id'>): Promise<Run> =>
    eventually(
      async () => {
        const now = await run(id);
        expect(now.finishedAt).not.toBeNull();
        return now;
      },
      { timeoutMs: 300_000 },
    );

  const collection = async (uid: string): Promise<Collection> => {
    const { body } = await get('/collections').expect(200);
    return body.data.find((candidate: Collection) => candidate.uid === uid);
  };

  return {
    get,
    post,
    put,
    run,
    items,
    finished,
    collection,

    /** Waits until a collection is shown like this; what is shown of the database may be a moment old. */
    untilCollection: (uid: string, expected: object): Promise<void> =>
      eventually(async () => expect(await collection(uid)).toMatchObject(expected)),

    enable: (uid: string) => command(`/collections/${uid}/enable`),
    disable: (uid: string, options?: object) => command(`/collections/${uid}/disable`, options),
    update: (uid: string, options?: object) => command(`/collections/${uid}/update`, options),
    cancel: ({ id }: Pick<Run, 'id'>) => command(`/runs/${id}/cancel`),
    confirmPurge: ({ id }: Pick<Run, 'id'>) => command(`/runs/${id}/confirm-purge`),

    check: (uid: string, options?: object) => command(`/collections/${uid}/check`, options),
    repair: ({ id }: Pick<Run, 'id'>) => command(`/runs/${id}/repair`),

    /** Presses Check and waits for its end. */
    checkFully: async (uid: string, options?: object) => finished(await command(`/collections/${uid}/check`, options)),

    /** Presses Update and waits for its end. */
    updateFully: async (uid: string, options?: object) =>
      finished(await command(`/collections/${uid}/update`, options)),
  };
}

export type AdminApi = ReturnType<typeof createAdminApi>;

/** The plugin's service as a script in the same process meets it. */
export function syncOf(strapi: PlaygroundApp['strapi']): Sync {
  return strapi.plugin('meilisearch').service<Sync>('sync');
}
