import { randomUUID } from 'node:crypto';

import type { StoredDocument } from '../../tests/support/engine-client';
import { type Address, offersIndex, untilIndexed } from '../engine/offers-index';
import { postOne } from '../engine/straight';
import { type Row, toRow } from '../row';
import { timed } from '../site/deeds/timed';
import type { Site } from '../site/site';
import { median } from '../statistics';
import { type Bench, inRounds, withSyncedStage } from '../stage';

/** Saves, and documents posted, in each round. */
const SAMPLES = 10;
/** Milliseconds that a save may take longer to be searchable than one and a half documents posted straight. */
const GRACE = 50;

/** Milliseconds from the moment a save is asked for until its document is in the index. */
export async function saveToSearchable(site: Site, engine: Address): Promise<number> {
  const begun = performance.now();
  const id = await site.call('publishOne', { title: `Gardener ${randomUUID()}` });
  await untilIndexed(engine, id);
  return performance.now() - begun;
}

/** A document like those in the index, under an id of its own; `null` where the index has none, or is none. */
export async function oneMore(engine: Address): Promise<StoredDocument | null> {
  const { client, index } = offersIndex(engine);
  if ((await client.getStats()).indexes[index.uid]?.numberOfDocuments === undefined) return null;
  const { results } = await index.getDocuments({ limit: 1 });
  return results[0] ? { ...results[0], _meilisearch_id: `straight-${randomUUID()}` } : null;
}

/** From a save to its document in the index, with nothing else going on. */
export async function searchable(bench: Bench): Promise<Row[]> {
  return withSyncedStage(bench, async ({ site, engine, documents }) => {
    const pairs = await inRounds(bench, async () => {
      const figures: number[] = [];
      const references: number[] = [];
      for (let sample = 0; sample < SAMPLES; sample += 1) {
        const document = await oneMore(engine);
        if (!document) throw new Error('the index is empty after a first update');
        references.push(await timed(() => postOne(engine, document)));
        figures.push(await saveToSearchable(site, engine));
      }
      return { figure: median(figures), reference: median(references) };
    });
    const name = `save to searchable, one editor, ${documents.documents} documents, median`;
    return [toRow(name, 'ms', pairs, (reference) => 1.5 * reference + GRACE)];
  });
}
