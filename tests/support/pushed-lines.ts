import { ClientRequest } from 'node:http';

type Send = (this: ClientRequest, ...args: unknown[]) => unknown;

/** Whoever listens to what leaves this process. */
const listeners = new Set<(line: string) => void>();

const { write, end } = ClientRequest.prototype as unknown as { write: Send; end: Send };

/** Calls the original, having told the listeners what it sends: lines are sent as a whole, one or many at once. */
const overheard = (original: Send): Send =>
  function (...args) {
    const [body] = args;
    const isText = typeof body === 'string' || Buffer.isBuffer(body);
    if (isText && String(this.getHeader('content-type')).startsWith('application/x-ndjson')) {
      const lines = body.toString().split('\n').filter(Boolean);
      for (const line of lines) for (const listener of listeners) listener(line);
    }
    return original.apply(this, args);
  };

const startListening = () => Object.assign(ClientRequest.prototype, { write: overheard(write), end: overheard(end) });

const stopListening = () => Object.assign(ClientRequest.prototype, { write, end });

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
