import { useOverview } from '../../api/useOverview';
import { Loaded } from '../../components/Loaded';
import { PageFrame } from '../../components/PageFrame';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { RunList } from './RunList';

/** What was done so far, and what is being done: the ledger. */
export function RunsPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const overview = useOverview();
  const drift = overview.data?.status.drift;
  return (
    <PageFrame
      allowed={allowed}
      title={translate('runs.pageTitle')}
      subtitle={drift ? translate('drift.trend', { count: drift.found, days: drift.days }) : translate('runs.subtitle')}
    >
      <Loaded query={overview}>
        {({ collections, status }) => <RunList collections={collections} activeRuns={status.activeRuns} />}
      </Loaded>
    </PageFrame>
  );
}
