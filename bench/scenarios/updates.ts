import { succeeded } from '../../tests/support/engine-client';
import { offersIndex, prepareIndex } from '../engine/offers-index';
import { postStraight, readPayloads } from '../engine/straight';
import { type Row, toRow } from '../row';
import { timed } from '../site/deeds/timed';
import { OFFER } from '../site/uids';
import { type Bench, inRounds, type Stage, withEngine, withStage } from '../stage';

const SHARE = 0.01;

/** Takes 1 % out of the index, changes 1 % of the database and deletes 1 % there, past the plugin. */
async function damage({ engine, site }: Stage, documents: number): Promise<void> {
  const { index } = offersIndex(engine);
  const missing = Math.round(documents * SHARE);
  const { results } = await index.getDocuments({ limit: missing, fields: ['_meilisearch_id'] });
  await succeeded(index.deleteDocuments(results.map((document) => String(document._meilisearch_id))).waitTask());
  await site.call('makeStale', { share: SHARE });
  await site.call('makeOrphans', { share: SHARE });
}

async function round(bench: Bench, number: number) {
  return withStage(bench, async (stage) => {
    const { engine, site } = stage;
    const first = await site.call('firstUpdate', { uid: OFFER });
    const payloads = await readPayloads(engine);
    const straight = await withEngine(async (other) => {
      await prepareIndex(other, engine);
      return timed(() => postStraight(other, payloads));
    });
    const unchanged = await site.call('update', { uid: OFFER });
    await damage(stage, payloads.documents);
    const damaged = await site.call('update', { uid: OFFER });
    bench.log(`round ${number + 1}: ${payloads.documents} documents`);
    return { straight, first, unchanged, damaged, documents: payloads.documents };
  });
}

/** First update, an update with nothing to do, and one with something of everything to do. */
export async function updates(bench: Bench): Promise<Row[]> {
  const rounds = await inRounds(bench, (number) => round(bench, number));
  const of = rounds[0]?.documents ?? 0;
  return [
    toRow(
      `first update of ${of} documents ÷ posting them straight`,
      'ms',
      rounds.map(({ first, straight }) => ({ figure: first, reference: straight })),
      1.15,
    ),
    toRow(
      `update of ${of} documents, nothing changed ÷ first update`,
      'ms',
      rounds.map(({ unchanged, first }) => ({ figure: unchanged, reference: first })),
      0.35,
    ),
    toRow(
      'update with 1 % missing, stale, orphaned ÷ nothing changed',
      'ms',
      rounds.map(({ damaged, unchanged }) => ({ figure: damaged, reference: unchanged })),
      1.3,
    ),
  ];
}
