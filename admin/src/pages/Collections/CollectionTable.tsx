import { Box, Table, Tbody, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Collection, EngineStatus } from '../../../../server/src/contract';
import { type AllowedActions } from '../../permissions';
import { type MessageKey } from '../../translations/translator';
import { useTranslate } from '../../translations/useTranslate';
import { ActionHeader } from './ActionCell';
import { CollectionDetails } from './CollectionDetails';
import { CollectionRow } from './CollectionRow';
import { hasDetails } from './has-details';

interface CollectionTableProps {
  collections: Collection[];
  engine: EngineStatus;
  allowed: AllowedActions;
  now: number;
}

const COLUMNS: { label: MessageKey; align?: 'right' }[] = [
  { label: 'column.name' },
  { label: 'column.index' },
  { label: 'column.database', align: 'right' },
  { label: 'column.meilisearch', align: 'right' },
  { label: 'column.excluded', align: 'right' },
  { label: 'column.state' },
  { label: 'column.lastRuns' },
  { label: 'column.synced' },
];

/** Lets a row of details be as wide as what is seen of the table, which may be less than the table; columns move together where that is little. */
const Frame = styled.div`
  container-type: inline-size;

  @container (max-width: 125rem) {
    td,
    th {
      padding-left: ${({ theme }) => theme.spaces[2]};
      padding-right: ${({ theme }) => theme.spaces[2]};
    }
  }
`;

/** One row per content type, and below it, while there is more to say, another one across the table. */
export function CollectionTable({ collections, engine, allowed, now }: CollectionTableProps) {
  const translate = useTranslate();
  const columnCount = COLUMNS.length + 1;
  // The design system numbers the direct children of the body, so there is no component between.
  const rows = collections.flatMap((collection) => {
    const detailed = hasDetails(collection);
    const props = { collection, allowed, now };
    return [
      <CollectionRow key={collection.uid} {...props} engine={engine} continued={detailed} />,
      ...(detailed
        ? [<CollectionDetails key={`${collection.uid} details`} {...props} columnCount={columnCount} />]
        : []),
    ];
  });

  return (
    <Frame>
      <Table colCount={columnCount} rowCount={rows.length + 1} aria-label={translate('navigation.collections')}>
        <Thead>
          <Tr>
            {COLUMNS.map(({ label, align }) => (
              <Th key={label}>
                <Box width="100%" textAlign={align}>
                  <Typography variant="sigma" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
                    {translate(label)}
                  </Typography>
                </Box>
              </Th>
            ))}
            <ActionHeader>
              <VisuallyHidden>{translate('column.actions')}</VisuallyHidden>
            </ActionHeader>
          </Tr>
        </Thead>
        <Tbody>{rows}</Tbody>
      </Table>
    </Frame>
  );
}
