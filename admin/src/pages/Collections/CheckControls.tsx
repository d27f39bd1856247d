import { Flex, IconButton, MenuItem, SimpleMenu, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import type { CheckDepth, Collection } from '../../../../server/src/contract';
import { ActionButton } from '../../components/ActionButton';
import { Note } from '../../components/Note';
import { type AllowedActions } from '../../permissions';
import { startUnavailable } from '../../runs/availability';
import { type MessageKey } from '../../translations/translator';
import { useTranslate } from '../../translations/useTranslate';
import { useCheck } from './useCheck';

interface CheckControlsProps {
  collection: Collection;
  allowed: AllowedActions;
}

/** What the button beside does not do: less, and faster; or more, and slower. */
const OTHER_DEPTHS: { depth: CheckDepth; label: MessageKey; description: MessageKey }[] = [
  { depth: 'quick', label: 'check.quick', description: 'check.quick.description' },
  { depth: 'deep', label: 'check.deep', description: 'check.deep.description' },
];

/** A button that compares the versions of all documents, and a menu for those who want it otherwise. */
export function CheckControls({ collection, allowed }: CheckControlsProps) {
  const { displayName: name } = collection;
  const translate = useTranslate();
  const check = useCheck(collection);
  const unavailable = startUnavailable(collection, allowed);

  return (
    <Flex gap={1}>
      <ActionButton
        variant="tertiary"
        size="S"
        label={translate('check.label', { name })}
        unavailable={unavailable && translate(unavailable)}
        loading={check.isPending}
        onClick={() => check.mutate('full')}
      >
        {translate('check.button')}
      </ActionButton>
      <SimpleMenu
        tag={IconButton}
        icon={<CaretDown />}
        size="S"
        label={translate('check.more', { name })}
        disabled={unavailable !== null || check.isPending}
        popoverPlacement="bottom-end"
      >
        {OTHER_DEPTHS.map(({ depth, label, description }) => (
          <MenuItem key={depth} onSelect={() => check.mutate(depth)}>
            <Flex direction="column" alignItems="flex-start">
              <Typography textColor="neutral800">{translate(label)}</Typography>
              <Note>{translate(description)}</Note>
            </Flex>
          </MenuItem>
        ))}
      </SimpleMenu>
    </Flex>
  );
}
