import { Badge, Flex, Link, type RawTrProps, Td, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Run } from '../../../../server/src/contract';
import { Facts } from '../../components/Facts';
import { Note } from '../../components/Note';
import { RelativeTime } from '../../components/RelativeTime';
import { WrappingCell } from '../../components/WrappingCell';
import { runPath } from '../../paths';
import { describeCounts } from '../../runs/describe-counts';
import { describeTrigger } from '../../runs/describe-trigger';
import { describeDuration, runSeconds } from '../../runs/duration';
import { KIND_LABELS, STATUS_BADGES } from '../../runs/run-status';
import { type Message } from '../../translations/translator';
import { useTranslate } from '../../translations/useTranslate';

interface RunRowProps extends Pick<RawTrProps, 'aria-rowindex'> {
  run: Run;
  /** The collection's. */
  name: string;
  now: number;
}

/** One run: what, of what, when and by whom, how long, and what came of it. */
export function RunRow({ run, name, now, ...row }: RunRowProps) {
  const translate = useTranslate();
  const say = ({ key, values }: Message) => translate(key, values);
  const { tone, label } = STATUS_BADGES[run.status];
  const seconds = runSeconds(run, now);
  return (
    <Tr {...row}>
      <Td>
        <Link tag={NavLink} to={runPath(run.id)}>
          {translate('run.numbered', { kind: translate(KIND_LABELS[run.kind]), id: String(run.id) })}
        </Link>
      </Td>
      <Td>
        <Typography textColor="neutral800">{name}</Typography>
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start">
          {run.startedAt === null ? null : (
            <Typography textColor="neutral800">
              <RelativeTime at={run.startedAt} now={now} />
            </Typography>
          )}
          <Note>{say(describeTrigger(run.trigger))}</Note>
        </Flex>
      </Td>
      <Td>
        <Typography textColor="neutral800">{seconds === null ? '–' : say(describeDuration(seconds))}</Typography>
      </Td>
      <WrappingCell>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Badge variant={tone}>{translate(label)}</Badge>
          <Facts facts={describeCounts(run).map(say)} />
          {run.error === null ? null : (
            <Note textColor={run.status === 'failed' ? 'danger600' : 'warning600'}>{run.error}</Note>
          )}
        </Flex>
      </WrappingCell>
    </Tr>
  );
}
