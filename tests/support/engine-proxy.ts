import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may be said of tasks in place of the truth; `forgotten`: nothing at all; `failed`: by a fault of the engine's own. */
export type Pretence = 'enqueued' | 'canceled' | 'failed' | 'forgotten';

/** A request on its way to the engine. */
export interface Exchange {
  incoming: IncomingMessage;
  answer: ServerResponse;
  /** Sends it to the engine; resolves once that has answered. By default its answer is handed on. */
  forward(handOn?: (status: number, body: string) => void): void;
}

/** What befalls a request instead of being handed on. */
export type Fault = (exchange: Exchange) => void;

/** An engine behind a proxy that can lie to who asks for a list of its tasks, and do harm to requests. */
export interface EngineProxy {
  host: string;
  apiKey: string;
  /** From now on every task looks like this, whatever has become of it. */
  pretend(pretence: Pretence): void;
  /** From now on tasks look as they are. */
  tellTruth(): void;
  /** How many lists of tasks the present pretence has disguised. */
  readonly deceived: number;
  /** From now on this befalls every request, or nothing does. */
  inflict(fault: Fault | null): void;
  /** How many requests the present fault has met. */
  readonly struck: number;
  stop(): Promise<void>;
}

export async function startEngineProxy({ host, apiKey }: { host: string; apiKey: string }): Promise<EngineProxy> {
  let present: Pretence | null = null;
  let deceived = 0;
  let fault: Fault | null = null;
  let struck = 0;

  const server = createServer((incoming, answer) => {
    const { method, url = '/' } = incoming;
    const handOn = (status: number, body: string) => {
      answer.writeHead(status, { 'content-type': 'application/json' });
      if (present !== null && url.startsWith('/tasks?')) {
        deceived += 1;
        answer.end(disguised(body, present));
      } else answer.end(body);
    };
    const forward: Exchange['forward'] = (finish = handOn) => {
      // Uncompressed answers, to be read here.
      const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
      const outgoing = request(new URL(url, host), { method, headers }, (engineAnswer) => {
        const chunks: Buffer[] = [];
        engineAnswer.on('data', (chunk: Buffer) => chunks.push(chunk));
        engineAnswer.on('end', () => finish(engineAnswer.statusCode ?? 502, Buffer.concat(chunks).toString('utf8')));
      });
      // An engine that is away looks like one whose connection breaks.
      outgoing.on('error', () => incoming.socket.destroy());
      incoming.pipe(outgoing);
    };
    if (fault) {
      struck += 1;
      fault({ incoming, answer, forward });
    } else forward();
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
      deceived = 0;
    },
    tellTruth: () => {
      present = null;
    },
    get deceived() {
      return deceived;
    },
    inflict: (next) => {
      fault = next;
      struck = 0;
    },
    get struck() {
      return struck;
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
  const error = pretence === 'failed' ? { code: 'internal', type: 'internal', message: 'panicked', link: '' } : null;
  const shown = pretence === 'forgotten' ? [] : results.map((task) => ({ ...task, status: pretence, error }));
  return JSON.stringify({ ...rest, results: shown });
}
