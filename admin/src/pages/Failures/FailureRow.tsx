import { Flex, type RawTrProps, Td, Tr, Typography } from '@strapi/design-system';
import type { Collection, Failure } from '../../../../server/src/contract';
import { CellControls } from '../../components/CellControls';
import { Facts } from '../../components/Facts';
import { Note } from '../../components/Note';
import { RelativeTime, TimeUntil } from '../../components/RelativeTime';
import { WrappingCell } from '../../components/WrappingCell';
import { EntryLink } from '../../content-manager/EntryLink';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';
import { STAGE_LABELS, whereabouts } from './describe-failure';
import { RetryButton } from './RetryButton';

interface FailureRowProps extends Pick<RawTrProps, 'aria-rowindex'> {
  failure: Failure;
  collection: Collection | undefined;
  allowed: AllowedActions;
  now: number;
}

/** One document that does not get through: the cause in the words of who refused it, and what can be done. */
export function FailureRow({ failure, collection, allowed, now, ...row }: FailureRowProps) {
  const translate = useTranslate();
  const { documentId, stage, message, hint, attempts, lastAt, nextAttemptAt } = failure;
  return (
    <Tr {...row}>
      <WrappingCell>
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="bold" textColor="neutral800">
            {collection?.displayName ?? failure.uid}
          </Typography>
          <Typography textColor="neutral800">{documentId}</Typography>
          <Facts facts={whereabouts(failure)} />
        </Flex>
      </WrappingCell>
      <WrappingCell>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Note textColor="danger600">{translate(STAGE_LABELS[stage])}</Note>
          <Typography textColor="neutral800">{message}</Typography>
          {hint === null ? null : <Note>{hint}</Note>}
        </Flex>
      </WrappingCell>
      <Td>
        <Flex direction="column" alignItems="flex-start" minWidth="13rem">
          <Typography textColor="neutral800">{translate('failures.attempts', { count: attempts })}</Typography>
          <Note>
            {translate('failures.last')} <RelativeTime at={lastAt} now={now} />
          </Note>
          {nextAttemptAt === null ? null : (
            <Note>
              {translate('failures.next')} <TimeUntil at={nextAttemptAt} now={now} />
            </Note>
          )}
        </Flex>
      </Td>
      <Td>
        <CellControls gap={4} justifyContent="flex-end">
          <EntryLink collection={collection} entry={failure} />
          <RetryButton
            variant="tertiary"
            ids={[failure.id]}
            label={translate('failures.retry.label', { document: documentId })}
            allowed={allowed}
          >
            {translate('failures.retry')}
          </RetryButton>
        </CellControls>
      </Td>
    </Tr>
  );
}
