import type { Run } from '../../../server/src/contract';
import { useRunMutation } from '../api/useRunMutation';
import { ActionButton } from '../components/ActionButton';
import { useNotify } from '../components/useNotify';
import { type AllowedActions } from '../permissions';
import { useTranslate } from '../translations/useTranslate';
import { decisionUnavailable } from './availability';

interface CancelButtonProps {
  /** The collection's. */
  name: string;
  run: Run;
  allowed: AllowedActions;
}

/** Stops a run that goes on, or waits for its turn. */
export function CancelButton({ name, run, allowed }: CancelButtonProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const cancel = useRunMutation({
    call: (client) => client.cancelRun(run.id),
    onSuccess: () => notify.info(translate('cancel.asked', { name })),
    onError: (error) => notify.failure(translate('cancel.refused', { name }), error),
  });
  const unavailable = decisionUnavailable(allowed);

  return (
    <ActionButton
      variant="tertiary"
      size="S"
      label={translate('cancel.label', { name })}
      unavailable={unavailable && translate(unavailable)}
      loading={cancel.isPending}
      onClick={cancel.mutate}
    >
      {translate('cancel.button')}
    </ActionButton>
  );
}
