import { Switch } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { Collection } from '../../../../server/src/contract';
import { useRunMutation } from '../../api/useRunMutation';
import { Explained } from '../../components/Explained';
import { useNotify } from '../../components/useNotify';
import { type AllowedActions } from '../../permissions';
import { switchUnavailable } from '../../runs/availability';
import { useTranslate } from '../../translations/useTranslate';
import { DisableDialog } from './DisableDialog';

/** Off is no error here, as the design system's red would say. */
const CalmSwitch = styled(Switch)`
  &[data-state='unchecked']:not([data-disabled]) {
    background-color: ${({ theme }) => theme.colors.neutral500};
  }
`;

interface SyncSwitchProps {
  collection: Collection;
  allowed: AllowedActions;
}

/** Whether the collection is synced. Turning it on runs a first update; turning it off takes its documents out of search, so it asks first. */
export function SyncSwitch({ collection, allowed }: SyncSwitchProps) {
  const { uid, displayName: name, enabled } = collection;
  const translate = useTranslate();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const enable = useRunMutation({
    call: (client) => client.enable(uid),
    onSuccess: () => notify.success(translate('enable.started', { name })),
    onError: (error) => notify.failure(translate('enable.refused', { name }), error),
  });
  const disable = useRunMutation({
    call: (client) => client.disable(uid),
    onSuccess: () => notify.success(translate('disable.started', { name })),
    onError: (error) => notify.failure(translate('disable.refused', { name }), error),
  });
  const unavailable = switchUnavailable(collection, allowed);
  const reason = unavailable && translate(unavailable);
  const off = unavailable !== null || enable.isPending || disable.isPending;

  const turn = () => {
    if (off) return;
    if (enabled) setAsking(true);
    else enable.mutate();
  };

  return (
    <>
      <Explained reason={reason}>
        <CalmSwitch
          aria-label={translate('switch.label', { name })}
          aria-description={reason ?? undefined}
          aria-disabled={off}
          data-disabled={off ? '' : undefined}
          checked={enabled}
          onCheckedChange={turn}
        />
      </Explained>
      <DisableDialog collection={collection} open={asking} onOpenChange={setAsking} onConfirm={disable.mutate} />
    </>
  );
}
