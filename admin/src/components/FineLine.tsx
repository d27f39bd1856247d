import { type ReactNode } from 'react';
import { styled } from 'styled-components';
import { Note } from './Note';

/** The design system's links bring a size of their own. */
const Line = styled.span`
  white-space: nowrap;

  a,
  a * {
    font-size: inherit;
  }
`;

/** A line of small print that may hold links, and does not break. */
export function FineLine({ children }: { children: ReactNode }) {
  return (
    <Note textColor="neutral800">
      <Line>{children}</Line>
    </Note>
  );
}
