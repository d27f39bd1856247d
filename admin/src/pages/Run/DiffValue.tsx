import { TextButton } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import { Note } from '../../components/Note';
import { useTranslate } from '../../translations/useTranslate';
import { type Segment } from './diff-text';
import { shorten } from './shorten';
import { type Side } from './sides';

const Text = styled.div`
  white-space: pre-wrap;
`;

/** What this side alone has: in the database it should be searchable, in the engine it should not. */
const Changed = styled.mark<{ $side: Side }>`
  border-radius: 2px;
  color: inherit;
  background: ${({ theme, $side }) => theme.colors[$side === 'database' ? 'success200' : 'danger200']};
`;

interface DiffValueProps {
  field: string;
  side: Side;
  /** `null` where this side has no such field. */
  segments: Segment[] | null;
}

/** A value of one side; a long one is cut until somebody wants to see all of it. */
export function DiffValue({ field, side, segments }: DiffValueProps) {
  const translate = useTranslate();
  const [isWhole, setWhole] = useState(false);
  if (segments === null) return <Note>{translate('compare.absent')}</Note>;
  const short = shorten(segments);
  const isLong = short !== segments;
  return (
    <>
      <Text>
        {(isWhole ? segments : short).map(({ text, isChanged }, place) =>
          isChanged ? (
            <Changed key={place} $side={side}>
              {text}
            </Changed>
          ) : (
            <span key={place}>{text}</span>
          ),
        )}
      </Text>
      {isLong ? (
        <TextButton
          aria-label={translate(isWhole ? 'compare.less.label' : 'compare.more.label', { field })}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {translate(isWhole ? 'compare.less' : 'compare.more')}
        </TextButton>
      ) : null}
    </>
  );
}
