import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Core } from '@strapi/types';

import { type Channel, createChannels } from '../../../../server/src/notify/channels';
import type { Digest } from '../../../../server/src/notify/digest';

const DIGEST: Digest = {
  at: '2026-11-22T03:02:00.000Z',
  site: 'https://strapi.example.org/admin',
  news: [
    {
      kind: 'engine-back',
      host: 'http://search:7700',
      since: '2026-11-22T03:00:00.000Z',
      until: '2026-11-22T03:01:00.000Z',
    },
  ],
};

/** Strapi as far as channels need it. */
const strapiWith = (plugins: object) => ({ plugins }) as unknown as Core.Strapi;

function channels(notify: { email?: string[]; webhook?: string }, plugins: object = {}): Channel[] {
  return createChannels(strapiWith(plugins), { email: [], unreachableAfter: 1000, perHour: 6, ...notify });
}

describe('mail', () => {
  it('goes to each address by itself', async () => {
    const sent: { to: string; subject: string }[] = [];
    const email = { service: () => ({ send: async (mail: { to: string; subject: string }) => sent.push(mail) }) };
    for (const { send } of channels({ email: ['ops@example.org', 'search@example.org'] }, { email }))
      await send(DIGEST);
    expect(sent).toMatchObject(
      ['ops@example.org', 'search@example.org'].map((to) => ({
        to,
        subject: '[Meilisearch] Meilisearch at http://search:7700 is back after 1 minute',
        text: expect.any(String),
        html: expect.any(String),
      })),
    );
  });

  it('fails where the email plugin is switched off', async () => {
    const [channel] = channels({ email: ['ops@example.org'] });
    await expect(channel!.send(DIGEST)).rejects.toThrow("Strapi's email plugin is not there");
  });
});

describe('a webhook', () => {
  let server: Server;
  let status = 204;
  const bodies: string[] = [];

  beforeAll(async () => {
    server = createServer((incoming, answer) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      incoming.on('end', () => {
        bodies.push(`${incoming.method} ${incoming.url} ${incoming.headers['content-type']} ${body}`);
        answer.writeHead(status).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const hook = () => {
    const { port } = server.address() as AddressInfo;
    return channels({ webhook: `http://127.0.0.1:${port}/hooks/secret` })[0]!;
  };

  it('gets a POST with JSON', async () => {
    status = 204;
    await hook().send(DIGEST);
    expect(bodies.at(-1)).toMatch(/^POST \/hooks\/secret application\/json \{"event":"meilisearch.digest",/);
  });

  it.each([301, 404, 500])('fails where it answers %i', async (answer) => {
    status = answer;
    await expect(hook().send(DIGEST)).rejects.toThrow(`it answers ${answer}`);
  });

  it('is named without what may be a secret', () => {
    expect(hook().name).toMatch(/^to the webhook at 127\.0\.0\.1:\d+$/);
  });

  it('is left alone where there is none', () => {
    expect(channels({})).toEqual([]);
  });
});
