/** Why a call to the plugin's HTTP API failed. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    /** The HTTP status; `null` when no answer came, or none that can be read. */
    readonly status: number | null,
    /** What Strapi's error body adds to the message. */
    readonly details: unknown = null,
  ) {
    super(message);
  }
}

/** Makes one kind of error of whatever Strapi's fetch client throws: an error body, a broken connection, an unreadable answer. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (!(thrown instanceof Error)) return new ApiError(String(thrown), null);
  return new ApiError(thrown.message, statusOf(thrown), detailsOf(thrown));
}

function statusOf(error: Error): number | null {
  return 'status' in error && typeof error.status === 'number' ? error.status : null;
}

function detailsOf(error: Error): unknown {
  let found: unknown = error;
  for (const property of ['response', 'data', 'error', 'details']) {
    if (!isRecord(found)) return null;
    found = found[property];
  }
  return found ?? null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
