import ms from 'ms';

import type { RunCounts } from '../contract';
import { sumOf } from '../runs/guard-repair';
import type { NamedDocument, News } from './news';

/** A piece of news in words: what happened, what is known about it, and where to see more. */
export interface Paragraph {
  headline: string;
  lines: string[];
  link: string | null;
}

export function inWords(news: News): Paragraph {
  switch (news.kind) {
    case 'engine-unreachable':
      return {
        headline: `Meilisearch at ${news.host} has been away since ${news.since}`,
        lines: [news.error],
        link: null,
      };
    case 'engine-back': {
      const time = ms(Date.parse(news.until) - Date.parse(news.since), { long: true });
      return { headline: `Meilisearch at ${news.host} is back after ${time}`, lines: [], link: null };
    }
    case 'run': {
      const { collection, run, documents, total, link } = news;
      const lines = [...(run.error === null ? [] : [run.error]), ...documents.map(documentInWords)];
      const more = total - documents.length;
      return {
        headline: `${collection.displayName}: ${outcome(news)}`,
        lines: more > 0 ? [...lines, `and ${more} more`] : lines,
        link,
      };
    }
  }
}

type RunNews = Extract<News, { kind: 'run' }>;

function outcome({ reason, run: { id, kind, counts } }: RunNews): string {
  const run = `${kind} ${id}`;
  const repaired = `pushed ${documents(counts.pushed)} and deleted ${counts.purged}`;
  const failed = `${documents(counts.failed)} failed`;
  switch (reason) {
    case 'repaired':
      return `${run} ${repaired}`;
    case 'left':
      return `${run} left ${differences(counts)} unrepaired${counts.failed === 0 ? '' : `, and ${failed}`}`;
    case 'with-failures':
      return `${run} ${kind === 'repair' ? repaired : 'ended'}, but ${failed}`;
    case 'failed':
      return `${run} has failed`;
    case 'awaiting-confirmation':
      return `${run} waits for a confirmation`;
  }
}

function differences(counts: RunCounts): string {
  const { missing, stale, orphaned } = counts;
  const count = sumOf(counts);
  const noun = count === 1 ? 'difference' : 'differences';
  return `${count} ${noun} (${missing} missing, ${stale} stale, ${orphaned} orphaned)`;
}

function documents(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`;
}

function documentInWords({ documentId, locale, index, verdict, result, message }: NamedDocument): string {
  const name = [documentId ?? 'a document of nobody', locale === null ? '' : `(${locale})`].filter(Boolean).join(' ');
  const where = index === null ? name : `${name} in ${index}`;
  return `${where}: ${[verdict, result, message].filter((word) => word !== null).join(', ')}`;
}
