import { type ApiError, isRecord } from './api-error';

/**
 * What is allowed in the fields of a refused form, by field, taken from `details.errors: { path, message }[]` of the error body; what names
 * no field is left to the error's own message.
 */
export function fieldErrors(error: ApiError): Record<string, string> {
  const details = isRecord(error.details) ? error.details.errors : null;
  if (!Array.isArray(details)) return {};
  const errors: Record<string, string> = {};
  for (const detail of details as unknown[]) {
    if (!isRecord(detail) || typeof detail.message !== 'string') continue;
    const field = fieldName(detail.path);
    if (field !== null) errors[field] ??= detail.message;
  }
  return errors;
}

function fieldName(path: unknown): string | null {
  const first: unknown = Array.isArray(path) ? path[0] : path;
  return typeof first === 'string' && first !== '' ? first : null;
}
