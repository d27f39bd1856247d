import { Box, Tooltip, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Collection, EngineStatus } from '../../../../server/src/contract';
import { useTranslate } from '../../translations/useTranslate';
import { type CountName, unknownReason } from './unknown-reason';

interface CountProps {
  name: CountName;
  collection: Collection;
  engine: EngineStatus;
  /** Whether it catches the eye, because both sides differ. */
  emphasised: boolean;
}

/** A number of documents; where it is not known it says so, and why, and never 0. */
export function Count({ name, collection, engine, emphasised }: CountProps) {
  const intl = useIntl();
  const translate = useTranslate();
  const count = collection[name];

  if (count === null) {
    const { key, values } = unknownReason(name, collection, engine);
    const reason = translate(key, values);
    return (
      <Box textAlign="right">
        <Tooltip label={reason}>
          <Typography textColor="neutral500">
            {translate('count.unknown')}
            <VisuallyHidden>{`: ${reason}`}</VisuallyHidden>
          </Typography>
        </Tooltip>
      </Box>
    );
  }
  return (
    <Box textAlign="right">
      <Typography
        fontWeight={emphasised ? 'bold' : 'regular'}
        textColor={emphasised ? 'danger600' : 'neutral800'}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {intl.formatNumber(count)}
      </Typography>
    </Box>
  );
}
