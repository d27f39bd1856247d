/**
 * Tells that a name will go, once for each name.
 * @param name - what was called
 * @param instead - what to call
 */
export type Deprecate = (name: string, instead: string) => void;

export function createDeprecations(log: { warn: (message: string) => void }): Deprecate {
  const told = new Set<string>();
  return (name, instead) => {
    if (told.has(name)) return;
    told.add(name);
    log.warn(`meilisearch: ${name} is deprecated: call ${instead}`);
  };
}
