import type { CollectionDefinition } from '../collections/collection';
import type { Narrowing } from '../collections/entry-source';
import type { RunCounts } from '../contract';
import { failpoint } from '../failpoints/failpoint';
import type { PortionPage } from '../writer/portion-reader';
import { planPageSize } from './plan-page-size';
import type { RunContext } from './run-context';
import { beginStint } from './stint';

type PageCounts = Pick<RunCounts, 'read' | 'pushed' | 'excluded' | 'failed'>;

/** A page that was shipped. */
interface ShippedPage {
  last: number;
  counts: PageCounts;
  isSettled: boolean;
}

/** The entries of a collection on their way to the engine, page by page. */
export interface PagePush {
  /**
   * Reads and ships pages until the engine has enough to do or live edits are due.
   * @param until - the last row to read; `null`: to the end
   * @returns `waiting`: none was read, the engine comes first; `end`: there are no more
   */
  step(until: number | null): Promise<'pushed' | 'waiting' | 'end'>;

  /** What the engine has done since the last time, and up to which row all is done; calls `count` for each page in order. */
  acknowledge(count: (page: PageCounts) => void): number;

  /** Whether the engine has still to do with it. */
  isUnderWay(): boolean;
}

/** @param after - the row to begin after */
export function createPagePush(
  { reader, shipper, monotonic }: Pick<RunContext, 'reader' | 'shipper' | 'monotonic'>,
  collection: CollectionDefinition,
  narrowing: Narrowing,
  after: number,
): PagePush {
  /** Where the next page begins; ahead of `acknowledged`, up to which the engine is done. */
  let position = after;
  let acknowledged = after;
  /** Entries of the last page. */
  let size: number | null = null;
  const pages: ShippedPage[] = [];

  const ship = async ({ portion, read, last }: PortionPage) => {
    const page: ShippedPage = {
      last,
      counts: { read, pushed: 0, excluded: portion.excluded.length, failed: 0 },
      isSettled: false,
    };
    await shipper.ship(portion, ({ pushed, failed }) => {
      page.counts.pushed = pushed;
      page.counts.failed = failed;
      page.isSettled = true;
      return Promise.resolve();
    });
    pages.push(page);
    position = last;
    if (acknowledged > 0) failpoint('in-the-middle-of-an-update');
  };

  return {
    async step(until) {
      if (!shipper.hasRoom()) return 'waiting';
      const entries = (size = planPageSize(size, pages.length, collection.pages));
      const readAfter = (row: number) => reader.page(collection, entries, { after: row, until, narrowing });
      const stint = beginStint(monotonic);
      let page = await readAfter(position);
      while (page) {
        const goesOn = stint.goesOn() && shipper.hasRoom();
        // The next page is read while the engine takes this one in; they are shipped in the order they were read.
        const next: PortionPage | null = await during(ship(page), goesOn ? readAfter(page.last) : null);
        // What was read while a refusal came in is read again once that is settled.
        if (!goesOn || !shipper.isOpen()) return 'pushed';
        page = next;
      }
      return 'end';
    },

    acknowledge(count) {
      // In their order, so that the cursor never passes a page that the engine is not done with.
      while (pages[0]?.isSettled) {
        acknowledged = pages[0].last;
        count(pages[0].counts);
        pages.shift();
      }
      return acknowledged;
    },

    isUnderWay: () => pages.length > 0,
  };
}

/** What comes of something done during something else. Waits for both, also where one fails, so that nothing goes on unseen. */
async function during<T>(other: Promise<void>, work: Promise<T> | null): Promise<T | null> {
  await Promise.allSettled([other, work]);
  await other;
  return work;
}
