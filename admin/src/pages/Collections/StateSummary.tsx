import { Badge, Flex } from '@strapi/design-system';
import type { Collection } from '../../../../server/src/contract';
import { Facts } from '../../components/Facts';
import { useTranslate } from '../../translations/useTranslate';
import { stateBadge, stateNotes } from './row-state';

export function StateSummary({ collection }: { collection: Collection }) {
  const translate = useTranslate();
  const { tone, label } = stateBadge(collection);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Badge variant={tone}>{translate(label)}</Badge>
      <Facts facts={stateNotes(collection).map(({ key, values }) => translate(key, values))} />
    </Flex>
  );
}
