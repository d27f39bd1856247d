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

/** How long it is until something; the exact time shows on hover, unless it is due: what is to be done at once may be dated 1970. */
export function TimeUntil({ at, now }: RelativeTimeProps) {
  const span = timeUntil(at, now);
  return span.value === 0 ? <SpanOfTime span={span} /> : <Moment at={at} span={span} />;
}

function Moment({ at, span }: { at: string; span: RelativeSpan }) {
  const intl = useIntl();
  return (
    <time dateTime={at} title={intl.formatDate(at, { dateStyle: 'long', timeStyle: 'medium' })}>
      <SpanOfTime span={span} />
    </time>
  );
}

function SpanOfTime({ span: { value, unit } }: { span: RelativeSpan }) {
  const intl = useIntl();
  return <>{intl.formatRelativeTime(value, unit, { numeric: 'auto' })}</>;
}
