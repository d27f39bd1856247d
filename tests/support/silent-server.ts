import { createServer, type Socket } from 'node:net';

export interface SilentServer {
  /** How many were ever accepted. */
  readonly connections: number;
  stop(): Promise<void>;
}

/** Accepts connections on a loopback port and never answers; `stop()` drops them all. */
export async function startSilentServer(port: number): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    // A caller that gives up may reset the connection.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    get connections() {
      return connections;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
