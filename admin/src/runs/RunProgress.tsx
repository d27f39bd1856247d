import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Run } from '../../../server/src/contract';
import { useRunMutation } from '../api/useRunMutation';
import { ActionButton } from '../components/ActionButton';
import { Facts } from '../components/Facts';
import { Note } from '../components/Note';
import { useNotify } from '../components/useNotify';
import { type AllowedActions } from '../permissions';
import { type Message } from '../translations/translator';
import { useTranslate } from '../translations/useTranslate';
import { decisionUnavailable } from './availability';
import { describeProgress } from './describe-progress';
import { RunBar } from './RunBar';

interface RunProgressProps {
  /** The collection's. */
  name: string;
  run: Run;
  allowed: AllowedActions;
}

/** How far a run is, how fast, what is left, and a button to stop it. */
export function RunProgress({ name, run, allowed }: RunProgressProps) {
  const intl = useIntl();
  const translate = useTranslate();
  const notify = useNotify();
  const cancel = useRunMutation({
    call: (client) => client.cancelRun(run.id),
    onSuccess: () => notify.info(translate('cancel.asked', { name })),
    onError: (error) => notify.failure(translate('cancel.refused', { name }), error),
  });
  const { phase, percent, read, facts, waitingFor } = describeProgress(run);
  const say = ({ key, values }: Message) => translate(key, values);
  const reason = decisionUnavailable(allowed);
  const readWords = read ? [say(read)] : [];

  return (
    <Flex gap={4} alignItems="center">
      <Flex direction="column" alignItems="stretch" gap={2} flex="1" minWidth={0}>
        <Flex justifyContent="space-between" gap={4}>
          <Typography fontWeight="semiBold" textColor="neutral800">
            {say(phase)}
          </Typography>
          {percent === null ? null : (
            <Typography fontWeight="semiBold" textColor="neutral800">
              {intl.formatNumber(percent / 100, { style: 'percent' })}
            </Typography>
          )}
        </Flex>
        <RunBar
          percent={percent}
          label={translate('progress.label', { name })}
          valueText={[say(phase), ...readWords].join(', ')}
        />
        <Facts facts={[...readWords, ...facts.map(say)]} />
        {waitingFor === null ? null : (
          <Note textColor="warning600">{translate('progress.waitingFor', { error: waitingFor })}</Note>
        )}
      </Flex>
      <ActionButton
        variant="tertiary"
        size="S"
        label={translate('cancel.label', { name })}
        unavailable={reason && translate(reason)}
        loading={cancel.isPending}
        onClick={cancel.mutate}
      >
        {translate('cancel.button')}
      </ActionButton>
    </Flex>
  );
}
