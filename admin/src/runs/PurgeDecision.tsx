import { Flex, Typography } from '@strapi/design-system';
import type { Collection, Run } from '../../../server/src/contract';
import { useRunMutation } from '../api/useRunMutation';
import { ActionButton } from '../components/ActionButton';
import { Banner } from '../components/Banner';
import { useNotify } from '../components/useNotify';
import { type AllowedActions } from '../permissions';
import { useTranslate } from '../translations/useTranslate';
import { decisionUnavailable } from './availability';
import { purgeKept } from './purge-kept';
import { purgeQuestion } from './purge-question';

interface PurgeDecisionProps {
  collection: Collection;
  run: Run;
  allowed: AllowedActions;
}

/** An update would remove so much that somebody has to say yes. */
export function PurgeDecision({ collection, run, allowed }: PurgeDecisionProps) {
  const { displayName: name } = collection;
  const translate = useTranslate();
  const notify = useNotify();
  const remove = useRunMutation({
    call: (client) => client.confirmPurge(run.id),
    onSuccess: () => notify.success(translate('purge.removing', { name })),
    onError: (error) => notify.failure(translate('purge.refused', { name }), error),
  });
  const keep = useRunMutation({
    call: (client) => client.cancelRun(run.id),
    onSuccess: (answer) => notify.info(translate(purgeKept(answer), { name })),
    onError: (error) => notify.failure(translate('cancel.refused', { name }), error),
  });
  const reason = decisionUnavailable(allowed);
  const either = {
    size: 'S',
    unavailable: reason && translate(reason),
    loading: remove.isPending || keep.isPending,
  } as const;
  const { key, values } = purgeQuestion(collection, run);

  return (
    <Banner
      tone="warning"
      title={translate(key, values)}
      action={
        <Flex gap={2} shrink={0}>
          <ActionButton
            {...either}
            variant="tertiary"
            label={translate('purge.keep.label', { name })}
            onClick={keep.mutate}
          >
            {translate('purge.keep')}
          </ActionButton>
          <ActionButton
            {...either}
            variant="danger"
            label={translate('purge.remove.label', { name })}
            onClick={remove.mutate}
          >
            {translate('purge.remove')}
          </ActionButton>
        </Flex>
      }
    >
      <Typography textColor="neutral700">{translate('purge.advice')}</Typography>
    </Banner>
  );
}
