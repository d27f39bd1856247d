import { type FetchClient } from '@strapi/strapi/admin';
import { ApiError } from '../../../admin/src/api/api-error';
import { createClient } from '../../../admin/src/api/client';
import { aCollection, aRun } from './factories';

type Sent = [method: string, url: string, body?: unknown];

/** Stands for Strapi's client: keeps what was sent and gives the same answer to everything. */
function fakeHttp(answer: () => unknown) {
  const sent: Sent[] = [];
  const respond =
    (method: string) =>
    async (url: string, body?: unknown): Promise<{ data: never }> => {
      sent.push(method === 'GET' ? [method, url] : [method, url, body]);
      return { data: answer() as never };
    };
  const http: FetchClient = { get: respond('GET'), post: respond('POST'), put: respond('PUT'), del: respond('DELETE') };
  return { client: createClient(http), sent };
}

describe('the client of the HTTP API', () => {
  it.each([
    ['status', (c) => c.status(), ['GET', '/meilisearch/status']],
    ['collections', (c) => c.collections(), ['GET', '/meilisearch/collections']],
    [
      'enable',
      (c) => c.enable('api::offer.offer'),
      ['POST', '/meilisearch/collections/api%3A%3Aoffer.offer/enable', {}],
    ],
    [
      'disable',
      (c) => c.disable('api::offer.offer'),
      ['POST', '/meilisearch/collections/api%3A%3Aoffer.offer/disable', { removeDocuments: true }],
    ],
    [
      'update',
      (c) => c.update('api::offer.offer'),
      ['POST', '/meilisearch/collections/api%3A%3Aoffer.offer/update', {}],
    ],
    [
      'check',
      (c) => c.check('api::offer.offer', 'deep'),
      ['POST', '/meilisearch/collections/api%3A%3Aoffer.offer/check', { depth: 'deep' }],
    ],
    ['repair', (c) => c.repair(7), ['POST', '/meilisearch/runs/7/repair', {}]],
    ['run', (c) => c.run('7'), ['GET', '/meilisearch/runs/7']],
    [
      'compare',
      (c) => c.compare('api::offer.offer', 'k3j'),
      ['GET', '/meilisearch/documents/api%3A%3Aoffer.offer/k3j/comparison'],
    ],
    ['retry of all', (c) => c.retry(), ['POST', '/meilisearch/failures/retry', {}]],
    ['retry of some', (c) => c.retry([4]), ['POST', '/meilisearch/failures/retry', { ids: [4] }]],
    ['cancelRun', (c) => c.cancelRun(7), ['POST', '/meilisearch/runs/7/cancel', {}]],
    ['confirmPurge', (c) => c.confirmPurge(7), ['POST', '/meilisearch/runs/7/confirm-purge', {}]],
    ['settings', (c) => c.settings(), ['GET', '/meilisearch/settings']],
    [
      'saveSettings',
      (c) => c.saveSettings({ host: 'http://a' }),
      ['PUT', '/meilisearch/settings', { host: 'http://a' }],
    ],
    [
      'testConnection',
      (c) => c.testConnection({ host: 'http://a', apiKey: 'k' }),
      ['POST', '/meilisearch/settings/test', { host: 'http://a', apiKey: 'k' }],
    ],
  ] as [string, (client: ReturnType<typeof createClient>) => Promise<unknown>, Sent][])(
    'calls the route of %s',
    async (_, call, request) => {
      const { client, sent } = fakeHttp(() => ({ data: 'anything' }));
      await call(client);
      expect(sent).toEqual([request]);
    },
  );

  it.each([
    [
      'runs',
      (c) => c.runs({ page: 2, pageSize: 20, kind: 'check', uid: undefined }),
      '/meilisearch/runs?page=2&pageSize=20&kind=check',
    ],
    [
      'runItems',
      (c) => c.runItems(7, { page: 1, pageSize: 20, verdict: 'stale' }),
      '/meilisearch/runs/7/items?page=1&pageSize=20&verdict=stale',
    ],
    [
      'failures',
      (c) => c.failures({ page: 1, pageSize: 50, uid: 'api::offer.offer' }),
      '/meilisearch/failures?page=1&pageSize=50&uid=api%3A%3Aoffer.offer',
    ],
  ] as [string, (client: ReturnType<typeof createClient>) => Promise<unknown>, string][])(
    'asks for a page of %s, and gives its rows and what pages there are',
    async (_, call, url) => {
      const pagination = { page: 1, pageSize: 20, pageCount: 1, total: 1 };
      const { client, sent } = fakeHttp(() => ({ data: ['anything'], meta: { pagination } }));
      await expect(call(client)).resolves.toEqual({ rows: ['anything'], pagination });
      expect(sent).toEqual([['GET', url]]);
    },
  );

  it('takes a list that does not tell its pages for an error', async () => {
    const { client } = fakeHttp(() => ({ data: [] }));
    await expect(client.failures({ page: 1, pageSize: 20 })).rejects.toThrow(ApiError);
  });

  it('gives what is under `data`', async () => {
    const { client } = fakeHttp(() => ({ data: [aCollection()] }));
    await expect(client.collections()).resolves.toEqual([aCollection()]);
  });

  it('takes an answer without data for an error, never for an empty one', async () => {
    const { client } = fakeHttp(() => ({}));
    await expect(client.collections()).rejects.toThrow(ApiError);
  });

  it('rejects with the status and the words of the server', async () => {
    const { client } = fakeHttp(() => {
      throw Object.assign(new Error('The provided API key is invalid.'), { status: 503 });
    });
    await expect(client.update(aRun().uid)).rejects.toMatchObject({
      name: 'ApiError',
      status: 503,
      message: 'The provided API key is invalid.',
    });
  });
});
