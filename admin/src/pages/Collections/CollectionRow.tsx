import { type RawTrProps, Td, Tr } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Collection, EngineStatus } from '../../../../server/src/contract';
import { CellControls } from '../../components/CellControls';
import { type AllowedActions } from '../../permissions';
import { ActionCell, Actions } from './ActionCell';
import { CheckControls } from './CheckControls';
import { CollectionName } from './CollectionName';
import { Count } from './Count';
import { IndexNames } from './IndexNames';
import { LastRuns } from './LastRuns';
import { countsDiffer } from './row-state';
import { StateSummary } from './StateSummary';
import { SyncSwitch } from './SyncSwitch';
import { UpdateButton } from './UpdateButton';

interface CollectionRowProps extends Pick<RawTrProps, 'aria-rowindex'> {
  collection: Collection;
  engine: EngineStatus;
  allowed: AllowedActions;
  now: number;
  /** Whether a row of details follows, which belongs to this one. */
  continued: boolean;
}

const Row = styled(Tr)<{ $continued: boolean }>`
  ${({ $continued }) => $continued && 'border-bottom: none;'}
`;

export function CollectionRow({ collection, engine, allowed, now, continued, ...row }: CollectionRowProps) {
  const counts = { collection, engine, emphasised: countsDiffer(collection) };
  return (
    <Row {...row} $continued={continued}>
      <Td>
        <CollectionName collection={collection} />
      </Td>
      <Td>
        <IndexNames indexes={collection.indexes} />
      </Td>
      <Td>
        <Count {...counts} name="databaseCount" />
      </Td>
      <Td>
        <Count {...counts} name="indexedCount" />
      </Td>
      <Td>
        <Count {...counts} name="excludedCount" emphasised={false} />
      </Td>
      <Td>
        <StateSummary collection={collection} />
      </Td>
      <Td>
        <LastRuns collection={collection} now={now} />
      </Td>
      <Td>
        <CellControls>
          <SyncSwitch collection={collection} allowed={allowed} />
        </CellControls>
      </Td>
      <ActionCell>
        <Actions>
          <UpdateButton collection={collection} allowed={allowed} />
          <CheckControls collection={collection} allowed={allowed} />
        </Actions>
      </ActionCell>
    </Row>
  );
}
