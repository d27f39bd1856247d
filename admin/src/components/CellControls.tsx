import { Flex, type FlexProps } from '@strapi/design-system';
import { type KeyboardEvent } from 'react';
import { isKeptFromTable } from './table-keys';

/** The buttons and links of a cell: the keys that work them stay theirs, arrow keys go on to the table. */
export function CellControls(props: Omit<FlexProps, 'ref'>) {
  return <Flex {...props} onKeyDown={keepFromTable} />;
}

function keepFromTable(event: KeyboardEvent<HTMLElement>): void {
  const pressedIn = event.currentTarget.contains(event.target as Node) ? 'cell' : 'overlay';
  if (!isKeptFromTable(event.key, pressedIn)) return;
  // On its way through React only: `stopPropagation()` would keep Escape from the document too, where dialogs listen for it.
  event.isPropagationStopped = () => true;
}
