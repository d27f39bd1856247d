import { Flex } from '@strapi/design-system';
import { useOverview } from '../../api/useOverview';
import { Loaded } from '../../components/Loaded';
import { PageFrame } from '../../components/PageFrame';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { CollectionList } from './CollectionList';
import { OverviewBanners } from './OverviewBanners';
import { ProgressAnnouncer } from './ProgressAnnouncer';

/** What is synced, how far both sides agree, and the buttons that make them. */
export function CollectionsPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const overview = useOverview();
  const engine = overview.data?.status.engine;
  const version = engine?.reachable ? engine.version : null;

  return (
    <PageFrame
      allowed={allowed}
      title={translate('collections.pageTitle')}
      subtitle={version === null ? translate('plugin.subtitle') : translate('plugin.subtitle.connected', { version })}
    >
      <Loaded query={overview}>
        {(seen, now) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <OverviewBanners overview={seen} allowed={allowed} />
            <CollectionList overview={seen} allowed={allowed} now={now} />
            <ProgressAnnouncer collections={seen.collections} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
