/** What an update is about to delete, out of what. */
export interface PurgeSurvey {
  orphans: number;
  /** Documents of this collection in the index. */
  documents: number;
}

/**
 * Whether a purge may go ahead by itself. A wrong filter or a half restored database looks like orphans everywhere,
 * so a purge of more than `share` of a collection waits for a person.
 * @param share - from 0 (ask always) to 1 (never)
 */
export function mayPurge({ orphans, documents }: PurgeSurvey, share: number): boolean {
  return orphans === 0 || share >= 1 || orphans / documents <= share;
}
