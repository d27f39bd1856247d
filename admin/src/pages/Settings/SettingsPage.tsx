import { Flex } from '@strapi/design-system';
import { useSettings } from '../../api/useSettings';
import { LoadFailure } from '../../components/LoadFailure';
import { Loading } from '../../components/Loading';
import { PageFrame } from '../../components/PageFrame';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { ConfigurationCheck } from './ConfigurationCheck';
import { SettingsForm } from './SettingsForm';

/** Which Meilisearch the plugin talks to, and what is wrong in its configuration. */
export function SettingsPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const { data: settings, error, isFetching, refetch } = useSettings();
  return (
    <PageFrame allowed={allowed} title={translate('settings.pageTitle')} subtitle={translate('settings.subtitle')}>
      {settings ? (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <SettingsForm settings={settings} />
          <ConfigurationCheck problems={settings.problems} />
        </Flex>
      ) : error ? (
        <LoadFailure error={error} loading={isFetching} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </PageFrame>
  );
}
