import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Comparison } from '../../../../server/src/contract';
import { Note } from '../../components/Note';
import { useTranslate } from '../../translations/useTranslate';
import { DiffTable } from './DiffTable';
import { diffRows } from './diff-rows';
import { sidesOf } from './sides';

/**
 * Field by field what the database says and what Meilisearch has; what is equal only if somebody wants to see it. Of an entry
 * that fails, why it does.
 */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const translate = useTranslate();
  const [showsEqual, setShowsEqual] = useState(false);
  const { summary, sides } = sidesOf(comparison);
  const rows = diffRows(comparison.database ?? {}, comparison.engine ?? {});
  const different = rows.filter(({ isEqual }) => !isEqual);
  const equalCount = rows.length - different.length;
  const shown = showsEqual ? rows : different;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <div>
        <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
          {translate(sides.length === 2 && different.length === 0 ? 'compare.equal' : summary)}
        </Typography>
        {comparison.error === null ? null : (
          <Typography tag="p" textColor="danger600">
            {comparison.error}
          </Typography>
        )}
        <Note>{translate('compare.now', { index: comparison.index })}</Note>
      </div>
      {shown.length === 0 ? null : <DiffTable rows={shown} sides={sides} />}
      {equalCount === 0 ? null : (
        <TextButton onClick={() => setShowsEqual(!showsEqual)} aria-expanded={showsEqual}>
          {translate(showsEqual ? 'compare.hideEqual' : 'compare.showEqual', { count: equalCount })}
        </TextButton>
      )}
    </Flex>
  );
}
