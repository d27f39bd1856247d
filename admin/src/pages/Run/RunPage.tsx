import { Flex, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink, useParams } from 'react-router-dom';
import { useOverview } from '../../api/useOverview';
import { useRun } from '../../api/useRuns';
import { Loaded } from '../../components/Loaded';
import { PageFrame } from '../../components/PageFrame';
import { PATHS } from '../../paths';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { DifferencesPanel } from './DifferencesPanel';
import { listsDifferences } from './lists-differences';
import { RunPanel } from './RunPanel';

/** All there is to know about one run: its facts, how far it is, and the differences that it lists. */
export function RunPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const found = useRun(id);
  const overview = useOverview();

  return (
    <PageFrame allowed={allowed} title={translate('run.pageTitle', { id })} subtitle={translate('runs.subtitle')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <div>
          <Link tag={NavLink} to={PATHS.runs} end startIcon={<ArrowLeft />}>
            {translate('run.back')}
          </Link>
        </div>
        <Loaded query={found}>
          {(run, now) => {
            const collection = overview.data?.collections.find(({ uid }) => uid === run.uid);
            return (
              <Flex direction="column" alignItems="stretch" gap={6}>
                <RunPanel run={run} collection={collection} allowed={allowed} now={now} />
                {listsDifferences(run) ? <DifferencesPanel run={run} collection={collection} /> : null}
              </Flex>
            );
          }}
        </Loaded>
      </Flex>
    </PageFrame>
  );
}
