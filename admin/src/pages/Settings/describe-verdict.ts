import type { ConnectionVerdict } from '../../../../server/src/contract';
import { type BannerTone } from '../../components/Banner';
import { type Message, type MessageKey } from '../../translations/translator';

export interface VerdictDescription {
  tone: BannerTone;
  title: Message;
  /** What to do; `null` where nothing needs to be done. */
  advice: MessageKey | null;
}

/** A refused key comes before missing actions: with a wrong key nobody knows what it may do. */
export function describeVerdict({
  reachable,
  version,
  missingKeyActions,
  error,
}: ConnectionVerdict): VerdictDescription {
  if (!reachable) return { tone: 'danger', title: { key: 'verdict.away' }, advice: 'verdict.away.advice' };
  if (error !== null) return { tone: 'danger', title: { key: 'verdict.refused' }, advice: 'verdict.refused.advice' };
  if (missingKeyActions.length > 0) {
    const values = { count: missingKeyActions.length };
    return { tone: 'warning', title: { key: 'verdict.missing', values }, advice: 'verdict.missing.advice' };
  }
  const title: Message =
    version === null ? { key: 'verdict.good' } : { key: 'verdict.goodVersion', values: { version } };
  return { tone: 'success', title, advice: null };
}
