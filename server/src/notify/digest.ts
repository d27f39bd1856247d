import type { News } from './news';
import { inWords, type Paragraph } from './wording';

/** What happened in a while, told together. */
export interface Digest {
  /** When it was written, as an ISO 8601 string. */
  at: string;
  /** Where the admin panel is. */
  site: string;
  news: readonly News[];
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

export function composeMail(digest: Digest): Mail {
  const paragraphs = digest.news.map(inWords);
  return { subject: subjectOf(paragraphs), text: textOf(digest, paragraphs), html: htmlOf(digest, paragraphs) };
}

/** What a webhook gets: the news as data, and as `text` for those that only show a message. */
export function composePayload(digest: Digest): object {
  return { event: 'meilisearch.digest', ...digest, text: composeMail(digest).text };
}

function subjectOf(paragraphs: readonly Paragraph[]): string {
  const [first] = paragraphs;
  const more = paragraphs.length > 1 ? ` (and ${paragraphs.length - 1} more)` : '';
  // A line break would begin another header.
  return `[Meilisearch] ${first?.headline ?? ''}${more}`.replace(/\s+/g, ' ');
}

function textOf({ site }: Digest, paragraphs: readonly Paragraph[]): string {
  const blocks = paragraphs.map(({ headline, lines, link }) =>
    [headline, ...lines.map((line) => `  ${line}`), ...(link === null ? [] : [`  ${link}`])].join('\n'),
  );
  return [...blocks, `Strapi at ${site}`].join('\n\n');
}

function htmlOf({ site }: Digest, paragraphs: readonly Paragraph[]): string {
  const blocks = paragraphs.map(({ headline, lines, link }) => {
    const list = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
    const anchor = link === null ? '' : `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`;
    return `<h3>${escaped(headline)}</h3>${list === '' ? '' : `<ul>${list}</ul>`}${anchor}`;
  });
  return `${blocks.join('')}<p>Strapi at <a href="${escaped(site)}">${escaped(site)}</a></p>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
