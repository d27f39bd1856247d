import type { EngineAddress } from './engine-address';
import { createMeilisearchEngine } from './meilisearch-engine';
import type { SearchEngine } from './search-engine';

/** The clients of the engines in use, one for each address and patience. */
export interface Engines {
  /** @param timeout - milliseconds, the longest wait for one answer */
  at(address: EngineAddress, timeout: number): SearchEngine;
}

export function createEngines(): Engines {
  const engines = new Map<string, SearchEngine>();
  return {
    at({ host, apiKey }, timeout) {
      const key = JSON.stringify([host, apiKey, timeout]);
      const engine = engines.get(key) ?? createMeilisearchEngine({ host, apiKey, timeout });
      // Addresses change by hand, so old ones are few; but tests of a connection must not pile up.
      if (engines.size > 20) engines.clear();
      engines.set(key, engine);
      return engine;
    },
  };
}
