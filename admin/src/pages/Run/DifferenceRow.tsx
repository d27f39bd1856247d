import { Badge, Button, Flex, type RawTrProps, Td, Tr, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Collection, RunItem } from '../../../../server/src/contract';
import { CellControls } from '../../components/CellControls';
import { Note } from '../../components/Note';
import { WrappingCell } from '../../components/WrappingCell';
import { EntryLink } from '../../content-manager/EntryLink';
import { useTranslate } from '../../translations/useTranslate';
import { ComparisonDialog } from './ComparisonDialog';
import { describeResult, entryOf, VERDICT_BADGES } from './describe-item';

interface DifferenceRowProps extends Pick<RawTrProps, 'aria-rowindex'> {
  item: RunItem;
  uid: string;
  collection: Collection | undefined;
  /** Whether the table has a column for what was done. */
  hasResults: boolean;
}

/** One document that differs: what is wrong with it, what was done, and ways to look closer. */
export function DifferenceRow({ item, uid, collection, hasResults, ...row }: DifferenceRowProps) {
  const translate = useTranslate();
  const [comparing, setComparing] = useState(false);
  const { tone, label } = VERDICT_BADGES[item.verdict];
  const result = describeResult(item);
  const entry = entryOf(item);
  return (
    <Tr {...row}>
      <WrappingCell>
        <Flex direction="column" alignItems="flex-start">
          <Typography textColor="neutral800">{item.id}</Typography>
          {item.locale === null ? null : <Note>{translate('item.locale', { locale: item.locale })}</Note>}
        </Flex>
      </WrappingCell>
      <Td>
        <Typography textColor="neutral800">{item.index}</Typography>
      </Td>
      <Td>
        <Badge variant={tone}>{translate(label)}</Badge>
      </Td>
      {hasResults ? <Td>{result ? <Badge variant={result.tone}>{translate(result.label)}</Badge> : null}</Td> : null}
      <Td>
        <CellControls gap={4} justifyContent="flex-end">
          {entry ? <EntryLink collection={collection} entry={entry} /> : null}
          {item.documentId === null ? null : (
            <>
              <Button
                variant="tertiary"
                size="S"
                aria-label={translate('compare.label', { document: item.id })}
                onClick={() => setComparing(true)}
              >
                {translate('compare.button')}
              </Button>
              <ComparisonDialog
                item={item}
                documentId={item.documentId}
                uid={uid}
                open={comparing}
                onOpenChange={setComparing}
              />
            </>
          )}
        </CellControls>
      </Td>
    </Tr>
  );
}
