import type { CollectionDefinition } from '../collections/collection';
import { failpoint } from '../failpoints/failpoint';
import type { Failures } from '../failures/failures';
import type { PortionReader } from './portion-reader';
import type { Shipper } from './shipper';

/** Reads documents as they are now and ships what their state asks for. */
export interface DocumentShipping {
  /** @param done - called once the engine has done it, or it is on record why it cannot be done */
  ship(collection: CollectionDefinition, documentIds: readonly string[], done: () => Promise<void>): Promise<void>;
}

export function createDocumentShipping(deps: {
  reader: PortionReader;
  shipper: Shipper;
  failures: Failures;
}): DocumentShipping {
  const { reader, shipper, failures } = deps;

  return {
    async ship(collection, documentIds, done) {
      const portion = await reader.documents(collection, documentIds).catch(async (error: unknown) => {
        // What is under way of it is older, and would take this failure back when it is through: first that, then again.
        if (shipper.isShipping(collection.uid)) throw error;
        // One collection that cannot be read (a wrong populate, say) must not hold up the others.
        const message = error instanceof Error ? error.message : String(error);
        const seen = documentIds.map((documentId) => ({
          documentId,
          locale: null,
          index: null,
          stage: 'read' as const,
          message,
        }));
        await failures.record(collection.uid, { documentIds, entries: null }, seen);
        return null;
      });
      failpoint('after-commit-before-push');
      if (portion) await shipper.ship(portion, done);
      else await done();
    },
  };
}
