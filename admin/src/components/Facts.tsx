import { Fragment } from 'react';
import { Note } from './Note';

/** Short statements in a row; a line may end between two of them, not within one. */
export function Facts({ facts }: { facts: string[] }) {
  if (facts.length === 0) return null;
  return (
    <Note>
      {facts.map((fact, index) => (
        <Fragment key={fact}>
          {index === 0 ? null : ' · '}
          <span style={{ whiteSpace: 'nowrap' }}>{fact}</span>
        </Fragment>
      ))}
    </Note>
  );
}
