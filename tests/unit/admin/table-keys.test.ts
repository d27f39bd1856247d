import { isKeptFromTable } from '../../../admin/src/components/table-keys';

describe('a key that is pressed in a cell', () => {
  it.each([
    ['Enter', true],
    [' ', true],
    ['Tab', true],
    ['ArrowLeft', false],
    ['ArrowDown', false],
    ['Home', false],
    ['PageDown', false],
    ['Escape', false],
  ])('%p stays with the control: %p', (key, isKept) => {
    expect(isKeptFromTable(key, 'cell')).toBe(isKept);
  });

  it.each(['Enter', 'Tab', 'ArrowDown', 'End', 'Escape', 'a'])(
    '%p stays in the dialog or menu that a control has opened',
    (key) => {
      expect(isKeptFromTable(key, 'overlay')).toBe(true);
    },
  );
});
