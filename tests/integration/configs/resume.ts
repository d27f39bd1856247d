import { createGate } from '../../support/gate';
import { pagesOfTwo } from './pages-of-two';

/** Where an update waits for the test: before it has read the ads of these titles. */
export const reading = { gate: createGate(), waitsAt: new Set<unknown>() };

export default pagesOfTwo(async (title) => {
  if (reading.waitsAt.has(title)) await reading.gate.pass();
});
