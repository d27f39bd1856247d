import type { Trigger } from '../contract';

/** Who started what a script asks for without saying who it is. */
export const BY_API: Trigger = { by: 'api', user: null };
