/** What undoes each thing that was set up, in the order in which it was. */
export type CleanUps = (() => unknown)[];

/**
 * Undoes what was set up, the latest first, and all of it even if something fails.
 * Whoever asks again, be it meanwhile, finds nothing left to be undone.
 */
export async function cleanUp(cleanUps: CleanUps): Promise<void> {
  const rest = cleanUps.splice(0);
  const last = rest.pop();
  if (!last) return;
  try {
    await last();
  } finally {
    await cleanUp(rest);
  }
}
