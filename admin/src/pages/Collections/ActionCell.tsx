import { Td, Th } from '@strapi/design-system';
import { css, styled } from 'styled-components';

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
