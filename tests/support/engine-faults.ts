import type { Exchange, Fault } from './engine-proxy';

const isWrite = ({ incoming: { method, url = '' } }: Exchange) => method === 'POST' && url.includes('/documents');

/** Harm to documents on their way; all else gets through. */
const toWrites =
  (fault: Fault): Fault =>
  (exchange) =>
    isWrite(exchange) ? fault(exchange) : exchange.forward();

const answering =
  (status: number, body: object | string): Fault =>
  ({ incoming, answer }) => {
    incoming.resume();
    incoming.on('end', () => {
      answer.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' });
      answer.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };

/** The engine complains in its own words. */
const complaining = (status: number, code: string, type: string): Fault =>
  answering(status, { message: `The engine says ${code}.`, code, type, link: '' });

/** Whatever goes wrong between us and the engine, or with the engine, that passes by itself. */
export const PASSING_FAULTS: { name: string; fault: Fault }[] = [
  { name: 'breaks every connection', fault: ({ incoming }) => incoming.socket.destroy() },
  { name: 'never answers', fault: ({ incoming }) => void incoming.resume() },
  { name: 'answers 500 in its own words', fault: complaining(500, 'internal', 'internal') },
  { name: 'answers 503 through a proxy', fault: answering(503, '<html>Service Unavailable</html>') },
  { name: 'answers 504 through a proxy', fault: answering(504, '<html>Gateway Time-out</html>') },
  { name: 'answers 429', fault: answering(429, { error: 'slow down' }) },
  { name: 'has too many requests', fault: toWrites(complaining(503, 'too_many_search_requests', 'system')) },
  { name: 'has no space left', fault: toWrites(complaining(422, 'no_space_left_on_device', 'system')) },
  {
    name: 'has no space left and says that the payload is malformed',
    fault: toWrites(complaining(400, 'malformed_payload', 'invalid_request')),
  },
  { name: 'answers with a page that is not its own', fault: answering(200, '<html>Welcome</html>') },
  {
    name: 'is cut off in the middle of a request',
    fault: toWrites(({ incoming }) => incoming.once('data', () => incoming.socket.destroy())),
  },
  {
    name: 'does as asked, and its answer is lost',
    fault: toWrites(({ incoming, forward }) => forward(() => incoming.socket.destroy())),
  },
];
