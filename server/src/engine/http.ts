import http from 'node:http';
import https from 'node:https';
import { pipeline, Readable } from 'node:stream';
import type { Config } from 'meilisearch';
import { complaintAnswer } from './answers';
import { complaintError, connectionError, foreignError, timeoutError, unexpectedAnswer } from './errors';
import { displayHost } from './host';
import { NdjsonBody } from './ndjson-body';

/** How the official client hands over a request; resolves to the parsed answer. */
export type HttpClient = NonNullable<Config['httpClient']>;

/** An idle connection is closed before servers and proxies close theirs (5 s or more), for a request may cross that. */
const IDLE_CONNECTION_MS = 4_000;

interface Answer {
  status: number;
  location: string | undefined;
  text: string;
}

/**
 * Makes the HTTP side of the official client. By itself that follows redirects (where a POST becomes a GET), parses
 * whatever a proxy says as JSON, and reuses connections that hang.
 *
 * @param timeout - milliseconds for one whole exchange, the answer's body included
 * @returns a client that throws nothing but EngineErrors
 */
export function createHttpClient(host: URL, timeout: number): HttpClient {
  const address = displayHost(host);
  const send = createExchange(host, timeout);
  return async (url, init = {}) => readAnswer(address, await send(url as URL, init));
}

/** Sends a request and reads the whole answer, of whatever status. */
function createExchange(host: URL, timeout: number): (url: URL, init: RequestInit) => Promise<Answer> {
  const address = displayHost(host);
  const secure = host.protocol === 'https:';
  const request = secure ? https.request : http.request;
  const agent = new (secure ? https : http).Agent({ keepAlive: true, timeout: IDLE_CONNECTION_MS });

  return async (url, { method, headers, body }) => {
    let deadline: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const fail = (cause: Error) => reject(connectionError(address, cause));
        const options = { method, headers: Object.fromEntries(new Headers(headers)), agent };
        const outgoing = request(url, options, (incoming) => {
          const { socket, statusCode: status = 0 } = incoming;
          const chunks: Buffer[] = [];
          incoming.on('error', fail);
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => {
            // Meilisearch neither reads the rest of a body that it refuses nor closes: the next request would hang.
            if (body != null && status >= 300) socket.destroy();
            resolve({ status, location: incoming.headers.location, text: Buffer.concat(chunks).toString('utf8') });
          });
        });
        outgoing.on('error', fail);
        deadline = setTimeout(() => {
          reject(timeoutError(address, timeout));
          outgoing.destroy();
        }, timeout);
        sendBody(outgoing, body, fail);
      });
    } finally {
      clearTimeout(deadline);
    }
  };
}

/** Its body is what the official client hands over: text, or ours that is made as it is sent. */
function sendBody(outgoing: http.ClientRequest, body: unknown, fail: (cause: Error) => void): void {
  if (body instanceof NdjsonBody) {
    outgoing.setHeader('Content-Length', body.byteLength);
    pipeline(Readable.from(body.pieces()), outgoing, (error) => error && fail(error));
  } else {
    outgoing.end(body); // headers and a small body leave in one piece
  }
}

/** The parsed body of a success; anything else is thrown. */
function readAnswer(host: string, { status, location, text }: Answer): unknown {
  const body = parseJson(text);
  if (status >= 200 && status < 300) {
    if (body === undefined) throw unexpectedAnswer(host);
    return body;
  }
  const complaint = complaintAnswer.safeParse(body);
  throw complaint.success ? complaintError(complaint.data, status) : foreignError(host, status, location);
}

/** `undefined` for what is no JSON, such as a proxy's page. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
