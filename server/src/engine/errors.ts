import { EngineError, type EngineFault } from './search-engine';

/** The engine's own words, in an error answer or in a failed task. */
export interface EngineComplaint {
  code: string;
  message: string;
  /** `invalid_request`, `auth`, `system` or `internal`. */
  type: string;
}

/** Codes that pass by themselves although their type says that the request is at fault. */
const PASSING_CODES = new Set([
  'vector_embedding_error', // the embedder was away
  'malformed_payload', // said of sound JSON when the engine's disk is full
  'not_leader', // of a cluster that is electing
]);

/** Whether the engine complains of its own condition, so that the same may succeed later. */
function passes({ code, type }: EngineComplaint): boolean {
  return type === 'system' || type === 'internal' || code.startsWith('remote_') || PASSING_CODES.has(code);
}

/** What is at fault in a task that failed. */
export function blame(complaint: EngineComplaint): 'engine' | 'data' {
  return passes(complaint) ? 'engine' : 'data';
}

/** An error answer in the engine's words. Its code and type decide; the HTTP status only where they do not tell. */
export function complaintError(complaint: EngineComplaint, status: number): EngineError {
  return new EngineError(complaintFault(complaint, status), complaint.code, complaint.message);
}

function complaintFault(complaint: EngineComplaint, status: number): EngineFault {
  if (complaint.type === 'auth' || status === 401 || status === 403) return 'unauthorized';
  if (passes(complaint) || status === 408 || status === 429 || status >= 500) return 'unavailable';
  return 'rejected';
}

/** An error answer that is not the engine's: of a proxy in front of it, or of something else at its address. */
export function foreignError(host: string, status: number, location: string | undefined): EngineError {
  const code = `http_${status}`;
  if (status === 401 || status === 403 || status === 407) {
    return new EngineError(
      'unauthorized',
      code,
      `A proxy in front of Meilisearch at ${host} denies access (${status}).`,
    );
  }
  if (status === 413) {
    return new EngineError(
      'rejected',
      code,
      `A proxy in front of Meilisearch at ${host} limits the size of requests (413).`,
    );
  }
  if (status >= 300 && status < 400) {
    const target =
      location !== undefined && URL.canParse(location, host) ? new URL(location, host).origin : 'elsewhere';
    return new EngineError('unavailable', code, `${host} redirects to ${target} (${status}): name the final address.`);
  }
  // Also a 404: the address is wrong or half a deployment away, which says nothing about what was sent.
  return new EngineError('unavailable', code, `${host} answers ${status}, but not as Meilisearch does.`);
}

/** An answer that reads as success, but that is none the plugin understands. */
export function unexpectedAnswer(host: string, cause?: unknown): EngineError {
  const message = `${host} answers, but not as Meilisearch does. Is this its address?`;
  return new EngineError('unavailable', 'unexpected_answer', message, { cause });
}

/** No answer in time. */
export function timeoutError(host: string, timeout: number): EngineError {
  return new EngineError('unavailable', 'ETIMEDOUT', `Meilisearch at ${host} did not answer within ${timeout} ms.`);
}

/** No answer, because of what the system reports. */
export function connectionError(host: string, cause: NodeJS.ErrnoException): EngineError {
  const code = cause.code ?? 'connection_failed';
  return new EngineError('unavailable', code, connectionMessage(host, code, cause.message), { cause });
}

function connectionMessage(host: string, code: string, reason: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing listens at ${host}. Is Meilisearch running?`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The name in ${host} cannot be resolved.`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `Meilisearch at ${host} closed the connection before it answered.`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `No connection to ${host}: the network does not lead there.`;
    default:
      return `No connection to ${host}: ${reason} (${code}).`;
  }
}
