import { Flex } from '@strapi/design-system';
import { useSettings } from '../../api/useSettings';
import { Loaded } from '../../components/Loaded';
import { PageFrame } from '../../components/PageFrame';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { ConfigurationCheck } from './ConfigurationCheck';
import { SettingsForm } from './SettingsForm';

/** Which Meilisearch the plugin talks to, and what is wrong in its configuration. */
export function SettingsPage({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  const settings = useSettings();
  return (
    <PageFrame allowed={allowed} title={translate('settings.pageTitle')} subtitle={translate('settings.subtitle')}>
      <Loaded query={settings}>
        {(stored) => (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <SettingsForm settings={stored} />
            <ConfigurationCheck problems={stored.problems} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
