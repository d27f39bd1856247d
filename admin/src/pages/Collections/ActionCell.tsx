import { Td, Th } from '@strapi/design-system';
import { css, styled } from 'styled-components';
import { CellControls } from '../../components/CellControls';

/** Keeps its column in view when the table is wider than the screen: at its very edge, over the padding around the table. */
const inView = css`
  position: sticky;
  right: -${({ theme }) => theme.spaces[6]};
  background: ${({ theme }) => theme.colors.neutral0};
`;

export const ActionCell = styled(Td)`
  ${inView}
`;

export const ActionHeader = styled(Th)`
  ${inView}
`;

/** The buttons of a row: side by side, and one below the other where there is little room. */
export const Actions = styled(CellControls)`
  justify-content: flex-end;
  gap: ${({ theme }) => theme.spaces[2]};

  @container (max-width: 100rem) {
    flex-direction: column;
    align-items: stretch;
  }
`;
