import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { Collection } from '../../../../server/src/contract';
import { useTranslate } from '../../translations/useTranslate';
import { removalWarning } from './removal';

interface DisableDialogProps {
  collection: Collection;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => void;
}

/** Asks before a collection is taken out of search. */
export function DisableDialog({ collection, open, onOpenChange, onConfirm }: DisableDialogProps) {
  const translate = useTranslate();
  const { key, values } = removalWarning(collection);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Content>
        <Dialog.Header>{translate('disable.title', { name: collection.displayName })}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />} textAlign="center">
          {translate(key, values)}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {translate('disable.keep')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth variant="danger" onClick={() => onConfirm()}>
              {translate('disable.confirm')}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
