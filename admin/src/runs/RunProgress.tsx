import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Run } from '../../../server/src/contract';
import { Facts } from '../components/Facts';
import { Note } from '../components/Note';
import { type AllowedActions } from '../permissions';
import { type Message } from '../translations/translator';
import { useTranslate } from '../translations/useTranslate';
import { isCancelable } from './availability';
import { CancelButton } from './CancelButton';
import { describeProgress } from './describe-progress';
import { RunBar } from './RunBar';

interface RunProgressProps {
  /** The collection's. */
  name: string;
  run: Run;
  allowed: AllowedActions;
}

/** How far a run is, how fast, what is left, and a button to stop it where it may be. */
export function RunProgress({ name, run, allowed }: RunProgressProps) {
  const intl = useIntl();
  const translate = useTranslate();
  const { phase, percent, read, facts, waitingFor } = describeProgress(run);
  const say = ({ key, values }: Message) => translate(key, values);
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
      {isCancelable(run) ? <CancelButton name={name} run={run} allowed={allowed} /> : null}
    </Flex>
  );
}
