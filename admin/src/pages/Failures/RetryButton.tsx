import { type ButtonProps } from '@strapi/design-system';
import { useRetry } from '../../api/useFailures';
import { ActionButton } from '../../components/ActionButton';
import { useNotify } from '../../components/useNotify';
import { type AllowedActions } from '../../permissions';
import { decisionUnavailable } from '../../runs/availability';
import { useTranslate } from '../../translations/useTranslate';

interface RetryButtonProps extends Pick<ButtonProps, 'children' | 'startIcon' | 'variant'> {
  /** Which failures; all of them where none are named. */
  ids?: number[];
  label?: string;
  allowed: AllowedActions;
}

/** Tries failed documents again now instead of when their time comes. */
export function RetryButton({ ids, label, allowed, ...button }: RetryButtonProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const retry = useRetry(
    (count) => notify.success(translate('failures.retried', { count })),
    (error) => notify.failure(translate('failures.notRetried'), error),
  );
  const unavailable = decisionUnavailable(allowed);
  return (
    <ActionButton
      {...button}
      size="S"
      {...(label === undefined ? {} : { label })}
      unavailable={unavailable && translate(unavailable)}
      loading={retry.isPending}
      onClick={() => retry.mutate(ids)}
    />
  );
}
