import { Flex, Grid } from '@strapi/design-system';
import { Blocker, Form, type FormHelpers } from '@strapi/strapi/admin';
import { Check, Server } from '@strapi/icons';
import type { Settings } from '../../../../server/src/contract';
import { toApiError } from '../../api/api-error';
import { fieldErrors } from '../../api/field-errors';
import { useSaveSettings, useTestConnection } from '../../api/useSettings';
import { ActionButton } from '../../components/ActionButton';
import { Banner } from '../../components/Banner';
import { useNotify } from '../../components/useNotify';
import { useTranslate } from '../../translations/useTranslate';
import { ConnectionField } from './ConnectionField';
import { ConnectionResult } from './ConnectionResult';
import { Panel } from '../../components/Panel';
import { initialValues, keyHint, sameInput, settingsInput, type SettingsValues } from './settings-values';

/** Host and key: to save, and to try before. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const translate = useTranslate();
  const notify = useNotify();
  const save = useSaveSettings();
  const test = useTestConnection();
  const fromFile = settings.source === 'file';

  type SetErrors = FormHelpers<SettingsValues>['setErrors'];
  const report = (title: string, thrown: unknown, setErrors: SetErrors) => {
    const error = toApiError(thrown);
    const errors: Record<string, string> = {};
    for (const [field, allowed] of Object.entries(fieldErrors(error))) {
      errors[field] = translate('settings.expected', { allowed });
    }
    setErrors(errors);
    notify.failure(title, error);
  };

  const submit = async (values: SettingsValues, { setErrors, resetForm }: FormHelpers<SettingsValues>) => {
    try {
      const saved = await save.mutateAsync(settingsInput(values));
      resetForm(initialValues(saved));
      notify.success(translate('settings.saved'));
    } catch (error) {
      report(translate('settings.notSaved'), error, setErrors);
    }
  };

  const tryOut = (values: SettingsValues, setErrors: SetErrors) => {
    setErrors({});
    test.mutate(settingsInput(values), {
      onError: (error) => report(translate('settings.notTested'), error, setErrors),
    });
  };

  return (
    <Form<SettingsValues> method="PUT" initialValues={initialValues(settings)} disabled={fromFile} onSubmit={submit}>
      {({ modified, isSubmitting, values, setErrors }) => (
        <Panel title={translate('settings.connection')}>
          <Blocker />
          {fromFile ? <Banner tone="primary" title={translate('settings.fromFile')} /> : null}
          <Grid.Root gap={6}>
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <ConnectionField
                name="host"
                type="url"
                label={translate('settings.host')}
                hint={translate('settings.host.hint')}
                placeholder="http://127.0.0.1:7700"
                disabled={fromFile}
              />
            </Grid.Item>
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <ConnectionField
                name="apiKey"
                type="password"
                label={translate('settings.apiKey')}
                hint={translate(keyHint(settings, values))}
                placeholder={settings.apiKeySet ? '••••••••••••' : undefined}
                disabled={fromFile}
              />
            </Grid.Item>
          </Grid.Root>
          {test.data && sameInput(test.variables, settingsInput(values)) ? (
            <ConnectionResult verdict={test.data} />
          ) : null}
          <Flex gap={2} justifyContent="flex-end">
            <ActionButton
              variant="secondary"
              startIcon={<Server />}
              unavailable={null}
              loading={test.isPending}
              onClick={() => tryOut(values, setErrors)}
            >
              {translate('settings.test')}
            </ActionButton>
            <ActionButton
              type="submit"
              startIcon={<Check />}
              unavailable={fromFile ? translate('settings.fromFile') : modified ? null : translate('settings.pristine')}
              loading={isSubmitting}
            >
              {translate('settings.save')}
            </ActionButton>
          </Flex>
        </Panel>
      )}
    </Form>
  );
}
