import { useOverview } from '../../api/useOverview';
import { Loaded } from '../../components/Loaded';
import { PageFrame } from '../../components/PageFrame';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { FailureList } from './FailureList';

/** The documents that do not get through, why, and the buttons that try again. */
export function FailuresPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const overview = useOverview();
  return (
    <PageFrame allowed={allowed} title={translate('failures.pageTitle')} subtitle={translate('failures.subtitle')}>
      <Loaded query={overview}>{(seen) => <FailureList overview={seen} allowed={allowed} />}</Loaded>
    </PageFrame>
  );
}
