import type { CheckDepth, Collection } from '../../../../server/src/contract';
import { useRunMutation } from '../../api/useRunMutation';
import { useNotify } from '../../components/useNotify';
import { alreadyUnderway } from '../../runs/already-underway';
import { useTranslate } from '../../translations/useTranslate';

/** Starts a check of the collection, as closely as it is told to. */
export function useCheck({ uid, displayName: name }: Collection) {
  const translate = useTranslate();
  const notify = useNotify();
  return useRunMutation<CheckDepth>({
    call: (client, depth) => client.check(uid, depth),
    onSuccess: (run) =>
      alreadyUnderway(run)
        ? notify.info(translate('check.underway', { name }))
        : notify.success(translate('check.started', { name })),
    onError: (error) => notify.failure(translate('check.refused', { name }), error),
  });
}
