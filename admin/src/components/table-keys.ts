/** Where a key was pressed, as a cell sees it: in itself, or in a dialog or menu that one of its controls has opened. */
export type PressedIn = 'cell' | 'overlay';

/** What works a control, and what leads on to the next one. */
const CONTROL_KEYS: readonly string[] = ['Enter', ' ', 'Tab'];

/**
 * Whether a key is none of the table's business. The design system's tables are for moving about by arrow keys, and take the
 * other keys away from the controls in a cell; React hands them even what is pressed in a dialog that a control has opened.
 */
export function isKeptFromTable(key: string, pressedIn: PressedIn): boolean {
  return pressedIn === 'overlay' || CONTROL_KEYS.includes(key);
}
