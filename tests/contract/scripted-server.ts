import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface ScriptedServer {
  host: string;
  /** How many connections were made so far. */
  connections(): number;
  stop(): Promise<void>;
}

/** A TCP server on the loopback interface that does with every connection what a test wants; it knows no HTTP. */
export async function startScriptedServer(script: (socket: Socket) => void): Promise<ScriptedServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined); // a client that hangs up is part of the tests
    script(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    host: `http://127.0.0.1:${port}`,
    connections: () => sockets.length,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers every request with the same bytes; a request is whatever arrives in one piece. */
export function answering(
  status: string,
  body: string,
  headers: Record<string, string> = {},
): (socket: Socket) => void {
  const lines = Object.entries({ 'content-length': String(Buffer.byteLength(body)), ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return (socket) => socket.on('data', () => socket.write(`HTTP/1.1 ${status}\r\n${head}\r\n${body}`));
}
