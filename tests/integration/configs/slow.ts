import { setTimeout as pause } from 'node:timers/promises';

import { pagesOfTwo } from './pages-of-two';

/** Milliseconds that every page takes. */
const PAGE_TAKES = 200;

export const takeAWhile = (): Promise<void> => pause(PAGE_TAKES);

/** Whatever befalls an update finds it at work. */
export default pagesOfTwo(takeAWhile);
