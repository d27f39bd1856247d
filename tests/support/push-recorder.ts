import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the engine made a task of. */
export interface Push {
  /** Who sent it: the pid of a playground child. */
  instance: string;
  /** The engine's task. */
  task: number;
  /** The stamps of the documents in it. */
  stamps: number[];
}

/** An engine behind a proxy that notes who pushes what. */
export interface PushRecorder {
  host: string;
  apiKey: string;
  /** All that was pushed so far, in the order in which the engine does it. */
  pushes(): Push[];
  stop(): Promise<void>;
}

/** The header by which a playground child tells who it is. */
export const INSTANCE_HEADER = 'x-playground-instance';

const stampsIn = (body: string) => [...body.matchAll(/"syncedAt":(\d+)/g)].map(([, stamp]) => Number(stamp));

export async function startPushRecorder({ host, apiKey }: { host: string; apiKey: string }): Promise<PushRecorder> {
  const pushes: Push[] = [];
  const server = createServer((incoming, answer) => {
    const { method, url = '/' } = incoming;
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const sent: Buffer[] = [];
    const outgoing = request(new URL(url, host), { method, headers }, (engineAnswer) => {
      const chunks: Buffer[] = [];
      engineAnswer.on('data', (chunk: Buffer) => chunks.push(chunk));
      engineAnswer.on('end', () => {
        const body = Buffer.concat(chunks);
        if (engineAnswer.statusCode === 202) {
          const { taskUid } = JSON.parse(body.toString('utf8')) as { taskUid: number };
          const stamps = stampsIn(Buffer.concat(sent).toString('utf8'));
          pushes.push({ instance: String(incoming.headers[INSTANCE_HEADER]), task: taskUid, stamps });
        }
        answer.writeHead(engineAnswer.statusCode ?? 502, { 'content-type': 'application/json' });
        answer.end(body);
      });
    });
    // An engine that is away looks like one whose connection breaks.
    outgoing.on('error', () => incoming.socket.destroy());
    incoming.on('data', (chunk: Buffer) => sent.push(chunk));
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    pushes: () => [...pushes].sort((one, other) => one.task - other.task),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
