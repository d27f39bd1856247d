import { type RawTrProps, Td, Tr, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Collection } from '../../../../server/src/contract';
import { Banner } from '../../components/Banner';
import { CellControls } from '../../components/CellControls';
import { ProblemList } from '../../components/ProblemList';
import { type AllowedActions } from '../../permissions';
import { PurgeDecision } from '../../runs/PurgeDecision';
import { RunProgress } from '../../runs/RunProgress';
import { useTranslate } from '../../translations/useTranslate';
import { FoundDifferences } from './FoundDifferences';
import { failedRun, foundDrift } from './has-details';

/** Long texts break into lines here; the design system keeps those of a table on one. */
const Details = styled(Td)`
  white-space: normal;
`;

/** Stays in view when the table is scrolled sideways; less the padding of the table and of the cell. */
const InView = styled(CellControls)`
  position: sticky;
  left: 0;
  max-width: calc(100cqw - 2 * ${({ theme }) => theme.spaces[7]});
`;

interface CollectionDetailsProps extends Pick<RawTrProps, 'aria-rowindex'> {
  collection: Collection;
  allowed: AllowedActions;
  now: number;
  columnCount: number;
}

/** A row across the table: the run under way, the question it asks, what a check found, or what went wrong. */
export function CollectionDetails({ collection, allowed, now, columnCount, ...row }: CollectionDetailsProps) {
  const translate = useTranslate();
  const { activeRun, problems, displayName: name } = collection;
  const drift = foundDrift(collection);
  const failure = failedRun(collection);
  return (
    <Tr {...row}>
      <Details colSpan={columnCount}>
        <InView direction="column" alignItems="stretch" gap={3} paddingBottom={4}>
          {activeRun === null ? null : activeRun.status === 'awaiting-confirmation' ? (
            <PurgeDecision collection={collection} run={activeRun} allowed={allowed} />
          ) : (
            <RunProgress name={name} run={activeRun} allowed={allowed} />
          )}
          {drift === null ? null : (
            <FoundDifferences collection={collection} drift={drift} allowed={allowed} now={now} />
          )}
          {failure === null ? null : (
            <Banner tone="danger" title={translate(failure.title)}>
              <Typography textColor="neutral800">{failure.error}</Typography>
            </Banner>
          )}
          {problems.length === 0 ? null : (
            <Banner tone="warning" title={translate('details.problems', { name })}>
              <ProblemList problems={problems} />
            </Banner>
          )}
        </InView>
      </Details>
    </Tr>
  );
}
