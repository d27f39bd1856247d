import { Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { styled } from 'styled-components';

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
  gap: ${({ theme }) => theme.spaces[5]};
`;

export interface Fact {
  name: string;
  value: ReactNode;
}

/** Named facts side by side. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <List>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <Typography tag="dt" variant="sigma" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd" textColor="neutral800">
            {value}
          </Typography>
        </div>
      ))}
    </List>
  );
}
