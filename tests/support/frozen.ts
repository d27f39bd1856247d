/** Makes a value of plain objects and arrays unchangeable at every depth, so that it may be handed out without a copy. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
