/** A call from the bench to the site it measures, and the answer. */
export interface Call {
  id: number;
  deed: string;
  parameters: unknown;
}

export type Reply = { id: number; value: unknown } | { id: number; error: string };

/** What the site says once it can be called. */
export const READY = 'ready';
