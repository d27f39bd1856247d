import { Flex, Typography } from '@strapi/design-system';
import type { Run } from '../../../../server/src/contract';
import { Note } from '../../components/Note';
import { RelativeTime } from '../../components/RelativeTime';
import { useTranslate } from '../../translations/useTranslate';
import { runMoment, runResult } from './last-update';

const COLORS = {
  neutral: 'neutral600',
  primary: 'primary600',
  success: 'success600',
  warning: 'warning600',
  danger: 'danger600',
} as const;

/** When the last update was and how it ended. */
export function LastUpdate({ run, now }: { run: Run | null; now: number }) {
  const translate = useTranslate();
  if (!run) return <Typography textColor="neutral600">{translate('lastUpdate.never')}</Typography>;

  const moment = runMoment(run);
  const { tone, message } = runResult(run);
  return (
    <Flex direction="column" alignItems="flex-start">
      {moment === null ? null : <RelativeTime at={moment} now={now} />}
      <Note textColor={COLORS[tone]}>{translate(message.key, message.values)}</Note>
    </Flex>
  );
}
