import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { relativeTime } from '../format/relative-time';

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** How long ago something was; the exact time shows on hover. */
export function RelativeTime({ at, now }: RelativeTimeProps) {
  const intl = useIntl();
  const { value, unit } = relativeTime(at, now);
  return (
    <Typography tag="time" dateTime={at} title={intl.formatDate(at, { dateStyle: 'long', timeStyle: 'medium' })}>
      {intl.formatRelativeTime(value, unit, { numeric: 'auto' })}
    </Typography>
  );
}
