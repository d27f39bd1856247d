import { useIntl } from 'react-intl';
import { type RelativeSpan, relativeTime, timeUntil } from '../format/relative-time';

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** How long ago something was; the exact time shows on hover. */
export function RelativeTime({ at, now }: RelativeTimeProps) {
  return <Moment at={at} span={relativeTime(at, now)} />;
}

/** How long it is until something; the exact time shows on hover. */
export function TimeUntil({ at, now }: RelativeTimeProps) {
  return <Moment at={at} span={timeUntil(at, now)} />;
}

function Moment({ at, span: { value, unit } }: { at: string; span: RelativeSpan }) {
  const intl = useIntl();
  return (
    <time dateTime={at} title={intl.formatDate(at, { dateStyle: 'long', timeStyle: 'medium' })}>
      {intl.formatRelativeTime(value, unit, { numeric: 'auto' })}
    </time>
  );
}
