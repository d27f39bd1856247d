import { ClientRequest } from 'node:http';

type End = ClientRequest['end'];

/** Whoever listens to what leaves this process. */
const listeners = new Set<(line: string) => void>();

let originalEnd: End | null = null;

function startListening(): void {
  const { prototype } = ClientRequest;
  const end = prototype.end;
  originalEnd = end;
  prototype.end = function (this: ClientRequest, ...args: unknown[]) {
    const [body] = args;
    if (typeof body === 'string' && String(this.getHeader('content-type')).startsWith('application/x-ndjson')) {
      for (const line of body.split('\n')) for (const listener of listeners) listener(line);
    }
    return Reflect.apply(end, this, args) as ClientRequest;
  } as End;
}

function stopListening(): void {
  if (originalEnd) ClientRequest.prototype.end = originalEnd;
  originalEnd = null;
}

/** The documents that this process sends to engines, whatever becomes of them there, as lines of JSON. */
export interface PushedLines {
  readonly lines: readonly string[];
  stop(): void;
}

/** Begins to write down every document that is pushed, in the order of the requests. */
export function recordPushedLines(): PushedLines {
  const lines: string[] = [];
  const listener = (line: string) => lines.push(line);
  if (listeners.size === 0) startListening();
  listeners.add(listener);
  return {
    lines,
    stop() {
      listeners.delete(listener);
      if (listeners.size === 0) stopListening();
    },
  };
}
