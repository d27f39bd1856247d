import type { Collection } from '../../../server/src/contract';
import { useRunMutation } from '../api/useRunMutation';
import { ActionButton } from '../components/ActionButton';
import { useNotify } from '../components/useNotify';
import { type AllowedActions } from '../permissions';
import { useTranslate } from '../translations/useTranslate';
import { repairUnavailable } from './availability';

interface RepairButtonProps {
  collection: Collection;
  /** The last check, which lists what is to be mended. */
  checkId: number;
  allowed: AllowedActions;
}

/** Mends what a check has found, and nothing else. */
export function RepairButton({ collection, checkId, allowed }: RepairButtonProps) {
  const { displayName: name } = collection;
  const translate = useTranslate();
  const notify = useNotify();
  const repair = useRunMutation({
    call: (client) => client.repair(checkId),
    onSuccess: () => notify.success(translate('repair.started', { name })),
    onError: (error) => notify.failure(translate('repair.refused', { name }), error),
  });
  const unavailable = repairUnavailable(collection, allowed);

  return (
    <ActionButton
      size="S"
      label={translate('repair.label', { name })}
      unavailable={unavailable && translate(unavailable)}
      loading={repair.isPending}
      onClick={repair.mutate}
    >
      {translate('repair.button')}
    </ActionButton>
  );
}
