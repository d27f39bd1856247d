import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Collection } from '../../../../server/src/contract';
import { Note } from '../../components/Note';
import { RelativeTime } from '../../components/RelativeTime';
import { WordList } from '../../components/WordList';
import { runPath } from '../../paths';
import { type AllowedActions } from '../../permissions';
import { differences } from '../../runs/differences';
import { RepairButton } from '../../runs/RepairButton';
import { useTranslate } from '../../translations/useTranslate';
import { type FoundDrift, whyLeft } from './has-details';

interface FoundDifferencesProps {
  collection: Collection;
  drift: FoundDrift;
  allowed: AllowedActions;
  now: number;
}

/** What the last check found, where to see it, and the button that mends it. */
export function FoundDifferences({ collection, drift, allowed, now }: FoundDifferencesProps) {
  const { displayName: name } = collection;
  const translate = useTranslate();
  const reason = whyLeft(collection, drift);
  return (
    <Flex gap={4} wrap="wrap">
      <Typography fontWeight="semiBold" textColor="warning700">
        <WordList messages={differences(drift)} />
      </Typography>
      <Note>
        <RelativeTime at={drift.at} now={now} />
      </Note>
      <Link tag={NavLink} to={runPath(drift.checkId)} aria-label={translate('differences.show.label', { name })}>
        {translate('differences.show')}
      </Link>
      <RepairButton collection={collection} checkId={drift.checkId} allowed={allowed} />
      {reason === null ? null : <Note textColor="warning600">{reason}</Note>}
    </Flex>
  );
}
