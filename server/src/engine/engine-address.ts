/** Where an engine is and what opens it. An empty host: not configured yet. */
export interface EngineAddress {
  host: string;
  apiKey: string;
}
