import type { CollectionDefinition } from '../collections/collection';
import { failpoint } from '../failpoints/failpoint';
import { planUnreadable } from './portion';
import type { PortionReader } from './portion-reader';
import type { Shipper } from './shipper';

/** Reads documents as they are now and ships what their state asks for. */
export interface DocumentShipping {
  /** @param done - called once the engine has done it, or it is on record why it cannot be done */
  ship(collection: CollectionDefinition, documentIds: readonly string[], done: () => Promise<void>): Promise<void>;
}

export function createDocumentShipping({
  reader,
  shipper,
}: {
  reader: PortionReader;
  shipper: Shipper;
}): DocumentShipping {
  return {
    async ship(collection, documentIds, done) {
      // One collection that cannot be read must not hold up the others.
      const portion = await reader
        .documents(collection, documentIds)
        .catch((error: unknown) => planUnreadable(collection, documentIds, error));
      failpoint('after-commit-before-push');
      await shipper.ship(portion, done);
    },
  };
}
