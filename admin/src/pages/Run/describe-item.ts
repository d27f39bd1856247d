import type { RunItem, Verdict } from '../../../../server/src/contract';
import { type Tone } from '../../format/tone';
import { type MessageKey } from '../../translations/translator';

interface Words {
  tone: Tone;
  label: MessageKey;
}

/** The words for what is wrong with a document. */
export const VERDICT_BADGES: Record<Verdict, Words> = {
  missing: { tone: 'danger', label: 'verdict.missing.title' },
  stale: { tone: 'warning', label: 'verdict.stale.title' },
  orphaned: { tone: 'neutral', label: 'verdict.orphaned.title' },
};

/** What a repair did about a document; `null` in a check, which only looks. */
export function describeResult({ action, result }: Pick<RunItem, 'action' | 'result'>): Words | null {
  switch (result) {
    case null:
      return null;
    case 'repaired':
      return { tone: 'success', label: action === 'deleted' ? 'item.deleted' : 'item.pushed' };
    case 'equal':
      return { tone: 'neutral', label: 'item.equal' };
    case 'failed':
      return { tone: 'danger', label: 'item.failed' };
  }
}

/** The entry in the database that the document should show; `null` where there is none any more, or nobody knows. */
export function entryOf({
  documentId,
  locale,
  verdict,
}: RunItem): { documentId: string; locale: string | null } | null {
  return documentId === null || verdict === 'orphaned' ? null : { documentId, locale };
}
