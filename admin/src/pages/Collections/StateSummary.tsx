import { Badge, Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Collection } from '../../../../server/src/contract';
import { Facts } from '../../components/Facts';
import { FineLine } from '../../components/FineLine';
import { failuresPath } from '../../paths';
import { useTranslate } from '../../translations/useTranslate';
import { stateBadge, stateNotes } from './row-state';

export function StateSummary({ collection }: { collection: Collection }) {
  const { uid, failing } = collection;
  const translate = useTranslate();
  const { tone, label } = stateBadge(collection);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Badge variant={tone}>{translate(label)}</Badge>
      <Facts facts={stateNotes(collection).map(({ key, values }) => translate(key, values))} />
      {failing === 0 ? null : (
        <FineLine>
          <Link tag={NavLink} to={failuresPath(uid)}>
            {translate('count.failing', { count: failing })}
          </Link>
        </FineLine>
      )}
    </Flex>
  );
}
