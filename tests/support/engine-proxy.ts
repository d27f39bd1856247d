import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may be said of tasks in place of the truth; `forgotten`: nothing at all. */
export type Pretence = 'enqueued' | 'canceled' | 'forgotten';

/** An engine behind a proxy that can lie to who asks for a list of its tasks. */
export interface EngineProxy {
  host: string;
  apiKey: string;
  /** From now on every task looks like this, whatever has become of it. */
  pretend(pretence: Pretence): void;
  /** From now on tasks look as they are. */
  tellTruth(): void;
  stop(): Promise<void>;
}

export async function startEngineProxy({ host, apiKey }: { host: string; apiKey: string }): Promise<EngineProxy> {
  let present: Pretence | null = null;
  const server = createServer((incoming, answer) => {
    const { method, url = '/' } = incoming;
    // Uncompressed answers, to be read here.
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const outgoing = request(new URL(url, host), { method, headers }, (engineAnswer) => {
      const chunks: Buffer[] = [];
      engineAnswer.on('data', (chunk: Buffer) => chunks.push(chunk));
      engineAnswer.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        answer.writeHead(engineAnswer.statusCode ?? 502, { 'content-type': 'application/json' });
        answer.end(present !== null && url.startsWith('/tasks?') ? disguised(body, present) : body);
      });
    });
    // An engine that is away looks like one whose connection breaks.
    outgoing.on('error', () => incoming.socket.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    pretend: (pretence) => {
      present = pretence;
    },
    tellTruth: () => {
      present = null;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A list of tasks that all look like this. */
function disguised(body: string, pretence: Pretence): string {
  const { results, ...rest } = JSON.parse(body) as { results: object[] };
  const shown = pretence === 'forgotten' ? [] : results.map((task) => ({ ...task, status: pretence }));
  return JSON.stringify({ ...rest, results: shown });
}
