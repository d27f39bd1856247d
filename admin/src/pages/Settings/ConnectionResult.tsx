import { Typography } from '@strapi/design-system';
import type { ConnectionVerdict } from '../../../../server/src/contract';
import { Banner } from '../../components/Banner';
import { useTranslate } from '../../translations/useTranslate';
import { describeVerdict } from './describe-verdict';

/** What came out of a test of the connection. */
export function ConnectionResult({ verdict }: { verdict: ConnectionVerdict }) {
  const translate = useTranslate();
  const { tone, title, advice } = describeVerdict(verdict);
  return (
    <Banner tone={tone} title={translate(title.key, title.values)}>
      {verdict.error === null ? null : (
        <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
          {verdict.error}
        </Typography>
      )}
      {verdict.missingKeyActions.length === 0 ? null : (
        <Typography tag="p" textColor="neutral800">
          <code>{verdict.missingKeyActions.join(', ')}</code>
        </Typography>
      )}
      {advice === null ? null : (
        <Typography tag="p" textColor="neutral700">
          {translate(advice)}
        </Typography>
      )}
    </Banner>
  );
}
