import type { Socket } from 'node:net';

import { freePort } from '../../scripts/free-port';
import { createMeilisearchEngine } from '../../server/src/engine/meilisearch-engine';
import type { EngineError, SearchEngine } from '../../server/src/engine/search-engine';
import { answering, startScriptedServer, type ScriptedServer } from './scripted-server';

const API_KEY = 'a-key-that-nobody-may-see';

describe('the connection to Meilisearch', () => {
  let server: ScriptedServer | undefined;

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const engineAt = (host: string, timeout = 10_000) => createMeilisearchEngine({ host, apiKey: API_KEY, timeout });

  async function engineWith(script: (socket: Socket) => void, timeout?: number): Promise<SearchEngine> {
    server = await startScriptedServer(script);
    return engineAt(server.host, timeout);
  }

  /** The error of a call; it never shows the key. */
  async function errorOf(call: Promise<unknown>): Promise<EngineError> {
    const error: unknown = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'EngineError' });
    const { message, stack, cause } = error as EngineError;
    expect([message, stack, String(cause), JSON.stringify(cause)].join()).not.toContain(API_KEY);
    return error as EngineError;
  }

  describe('has a deadline', () => {
    const json = '{"pkgVersion":"1.21.0"}';
    const head = `HTTP/1.1 200 OK\r\ncontent-length: ${json.length}\r\n\r\n`;

    it.each<[string, (socket: Socket) => void]>([
      ['never answers', () => undefined],
      [
        'stops in the middle of an answer',
        (socket) => socket.once('data', () => socket.write(head + json.slice(0, 5))),
      ],
      [
        'trickles an answer',
        (socket) =>
          socket.once('data', () => {
            socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n');
            const trickle = setInterval(() => socket.write(' '), 20);
            socket.on('close', () => clearInterval(trickle));
          }),
      ],
      ['never reads', (socket) => socket.pause()],
    ])('with a server that %s', async (_, script) => {
      const engine = await engineWith(script, 300);
      const started = Date.now();
      const error = await errorOf(engine.addDocuments('offers', ['x'.repeat(20_000_000)]));
      expect(error).toMatchObject({ fault: 'unavailable', code: 'ETIMEDOUT' });
      expect(error.message).toBe(`Meilisearch at ${server!.host} did not answer within 300 ms.`);
      expect(Date.now() - started).toBeLessThan(5_000);
    });
  });

  it('is made anew after an error answer to a request with a body, and shared otherwise', async () => {
    // As Meilisearch does: it refuses at the sight of the head, and whatever else comes on this connection is lost.
    const engine = await engineWith((socket) => {
      let refused = false;
      socket.on('data', (chunk) => {
        if (refused) return;
        refused = chunk.toString().startsWith('POST');
        const body = refused ? '{"message":"no","code":"invalid_api_key","type":"auth"}' : '{"pkgVersion":"1.21.0"}';
        socket.write(
          `HTTP/1.1 ${refused ? '403 Forbidden' : '200 OK'}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        );
      });
    });
    await engine.version();
    await engine.version();
    expect(server!.connections()).toBe(1);
    for (const size of [1, 100_000, 5_000_000]) {
      const error = await errorOf(engine.addDocuments('offers', ['x'.repeat(size)]));
      expect(error).toMatchObject({ fault: 'unauthorized', code: 'invalid_api_key', message: 'no' });
      await expect(engine.version()).resolves.toBe('1.21.0');
    }
    expect(server!.connections()).toBe(4);
  });

  it('that is refused is told in words', async () => {
    const host = `http://127.0.0.1:${await freePort()}`;
    const error = await errorOf(engineAt(host).version());
    expect(error).toMatchObject({ fault: 'unavailable', code: 'ECONNREFUSED' });
    expect(error.message).toBe(`Nothing listens at ${host}. Is Meilisearch running?`);
  });

  it('that breaks is told in words', async () => {
    const engine = await engineWith((socket) => socket.on('data', () => socket.destroy()));
    const error = await errorOf(engine.version());
    expect(error).toMatchObject({ fault: 'unavailable', code: 'ECONNRESET' });
    expect(error.message).toBe(`Meilisearch at ${server!.host} closed the connection before it answered.`);
  });

  it('that breaks in the middle of an answer gives no half answer', async () => {
    const engine = await engineWith((socket) =>
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"pkgVersion":"1')),
    );
    expect(await errorOf(engine.version())).toMatchObject({ fault: 'unavailable', code: 'ECONNRESET' });
  });

  it('to something that does not speak HTTP is told', async () => {
    const engine = await engineWith((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await errorOf(engine.version())).toMatchObject({ fault: 'unavailable', code: 'HPE_INVALID_CONSTANT' });
  });

  describe('through a proxy', () => {
    it.each([
      ['502 Bad Gateway', 'unavailable', 'http_502'],
      ['503 Service Unavailable', 'unavailable', 'http_503'],
      ['404 Not Found', 'unavailable', 'http_404'],
      ['401 Unauthorized', 'unauthorized', 'http_401'],
      ['403 Forbidden', 'unauthorized', 'http_403'],
      ['413 Payload Too Large', 'rejected', 'http_413'],
    ])('that answers %s with a page of its own', async (status, fault, code) => {
      const engine = await engineWith(answering(status, '<html><body>nginx</body></html>'));
      expect(await errorOf(engine.settings('offers'))).toMatchObject({ fault, code });
    });

    it.each(['<html>Welcome</html>', '', '{}', '[]', 'null', '{"taskUid":"7","enqueuedAt":"now"}'])(
      'that answers 200 with %j instead of what Meilisearch says',
      async (body) => {
        const engine = await engineWith(answering('200 OK', body));
        const unexpected = { fault: 'unavailable', code: 'unexpected_answer' };
        expect(await errorOf(engine.version())).toMatchObject(unexpected);
        expect(await errorOf(engine.deleteDocuments('offers', ['a']))).toMatchObject(unexpected);
        expect(await errorOf(engine.documents('offers', {}))).toMatchObject(unexpected);
        expect(await errorOf(engine.tasks([1]))).toMatchObject(unexpected);
      },
    );

    it('that redirects: a request is not sent elsewhere, and the address to use is named', async () => {
      const elsewhere = await startScriptedServer(answering('200 OK', '{"pkgVersion":"9.9.9"}'));
      try {
        const engine = await engineWith(answering('301 Moved', '', { location: `${elsewhere.host}/secret?key=1` }));
        const error = await errorOf(engine.version());
        expect(error).toMatchObject({ fault: 'unavailable', code: 'http_301' });
        expect(error.message).toContain(`redirects to ${elsewhere.host} (301)`);
        expect(elsewhere.connections()).toBe(0);
      } finally {
        await elsewhere.stop();
      }
    });
  });

  it('to an engine of which a part is away gives no incomplete page', async () => {
    const page = { results: [{ _meilisearch_id: 'a' }], total: 1, remoteErrors: { ms1: { code: 'remote_timeout' } } };
    const engine = await engineWith(answering('200 OK', JSON.stringify(page)));
    expect(await errorOf(engine.documents('offers', {}))).toMatchObject({ fault: 'unavailable' });
    expect(await errorOf(engine.countDocuments('offers'))).toMatchObject({ fault: 'unavailable' });
  });

  it('keeps a path in the address of the engine', async () => {
    let asked = '';
    server = await startScriptedServer((socket) => {
      socket.on('data', (chunk) => (asked += chunk.toString()));
      answering('200 OK', '{"pkgVersion":"1.21.0"}')(socket);
    });
    await engineAt(`${server.host}/search/`).version();
    expect(asked).toMatch(/^GET \/search\/version HTTP/);
  });

  it.each(['ftp://127.0.0.1', 'http://', '', 'not an address', 'http://user:secret@127.0.0.1'])(
    'to a wrong address (%j) is an error of the call',
    async (host) => {
      const error = await errorOf(engineAt(host).version());
      expect(error).toMatchObject({ fault: 'unavailable', code: 'invalid_host' });
      expect(error.message).not.toContain('secret');
    },
  );

  it('with a key that no header can carry is an error of the call, which does not show the key', async () => {
    const engine = createMeilisearchEngine({ host: '127.0.0.1', apiKey: `${API_KEY}\nwith a break`, timeout: 1000 });
    expect(await errorOf(engine.version())).toMatchObject({ fault: 'unauthorized', code: 'invalid_api_key' });
  });
});
