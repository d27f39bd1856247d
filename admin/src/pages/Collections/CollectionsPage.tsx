import { Flex } from '@strapi/design-system';
import { useOverview } from '../../api/useOverview';
import { LoadFailure } from '../../components/LoadFailure';
import { Loading } from '../../components/Loading';
import { PageFrame } from '../../components/PageFrame';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { CollectionList } from './CollectionList';
import { OverviewBanners } from './OverviewBanners';
import { ProgressAnnouncer } from './ProgressAnnouncer';

/** What is synced, how far both sides agree, and the buttons that make them. */
export function CollectionsPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const { data: overview, error, isFetching, refetch, dataUpdatedAt } = useOverview();
  const retry = () => void refetch();
  const version = overview?.status.engine.reachable ? overview.status.engine.version : null;

  return (
    <PageFrame
      allowed={allowed}
      title={translate('collections.pageTitle')}
      subtitle={version === null ? translate('plugin.subtitle') : translate('plugin.subtitle.connected', { version })}
    >
      {overview ? (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <OverviewBanners overview={overview} error={error} allowed={allowed} onRetry={retry} />
          <CollectionList overview={overview} allowed={allowed} now={dataUpdatedAt} />
          <ProgressAnnouncer collections={overview.collections} />
        </Flex>
      ) : error ? (
        <LoadFailure error={error} loading={isFetching} onRetry={retry} />
      ) : (
        <Loading />
      )}
    </PageFrame>
  );
}
