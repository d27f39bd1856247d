import { ArrowClockwise } from '@strapi/icons';
import type { Collection } from '../../../../server/src/contract';
import { useRunMutation } from '../../api/useRunMutation';
import { ActionButton } from '../../components/ActionButton';
import { useNotify } from '../../components/useNotify';
import { type AllowedActions } from '../../permissions';
import { alreadyUnderway } from '../../runs/already-underway';
import { startUnavailable } from '../../runs/availability';
import { useTranslate } from '../../translations/useTranslate';

interface UpdateButtonProps {
  collection: Collection;
  allowed: AllowedActions;
}

export function UpdateButton({ collection, allowed }: UpdateButtonProps) {
  const { uid, displayName: name } = collection;
  const translate = useTranslate();
  const notify = useNotify();
  const update = useRunMutation({
    call: (client) => client.update(uid),
    onSuccess: (run) =>
      alreadyUnderway(run)
        ? notify.info(translate('update.underway', { name }))
        : notify.success(translate('update.started', { name })),
    onError: (error) => notify.failure(translate('update.refused', { name }), error),
  });
  const unavailable = startUnavailable(collection, allowed);

  return (
    <ActionButton
      variant="secondary"
      size="S"
      startIcon={<ArrowClockwise />}
      label={translate('update.label', { name })}
      unavailable={unavailable && translate(unavailable)}
      loading={update.isPending}
      onClick={update.mutate}
    >
      {translate('update.button')}
    </ActionButton>
  );
}
