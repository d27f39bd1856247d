import { Td } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Long texts break into lines here; the design system keeps those of a table on one. */
export const WrappingCell = styled(Td)`
  white-space: normal;
  overflow-wrap: break-word;
  min-width: 22rem;
`;
