import { type Row, toRow } from '../row';
import type { Site } from '../site/site';
import { OFFER } from '../site/uids';
import { type Bench, withPlainSite, withStage } from '../stage';

/** Enough for some pages of 500. */
const FEW = 2_000;
const MANY = 4_000;

const row = (name: string, figure: number, reference: number, limit: number | ((reference: number) => number)) =>
  toRow(name, 'statements', [{ figure, reference }], limit);

/** Statements on the content for each document that an update pushes. */
async function ofUpdate(entries: number): Promise<{ perThousand: number }> {
  return withStage({ entries }, async ({ site }) => {
    await site.call('firstUpdate', { uid: OFFER });
    const { content } = await site.call('ofUpdate', {});
    return { perThousand: (content / entries) * 1000 };
  });
}

const ofDeeds = async (site: Site) => ({
  draft: await site.call('ofSave', { status: 'draft' }),
  save: await site.call('ofSave', { status: 'published' }),
  read: await site.call('ofRead', {}),
});

/** How many statements of SQL it takes. */
export async function statements(_: Bench): Promise<Row[]> {
  const plain = await withPlainSite({ entries: 300 }, ofDeeds);
  const synced = await withStage({ entries: 300 }, async ({ site }) => {
    await site.call('firstUpdate', { uid: OFFER });
    return ofDeeds(site);
  });
  const [few, many] = [await ofUpdate(FEW), await ofUpdate(MANY)];
  return [
    row('statements of a save of a draft', synced.draft, plain.draft, 1),
    row('statements of a save that is published: one INSERT more', synced.save, plain.save, (plain) => plain + 1),
    row('statements of a read', synced.read, plain.read, 1),
    row(
      `statements of an update per 1000 entries, ${MANY} entries against ${FEW}`,
      many.perThousand,
      few.perThousand,
      1.05,
    ),
  ];
}
