import { Flex, Typography } from '@strapi/design-system';
import type { Collection } from '../../../../server/src/contract';
import { Note } from '../../components/Note';

export function CollectionName({ collection: { displayName, uid } }: { collection: Collection }) {
  return (
    <Flex direction="column" alignItems="flex-start" paddingTop={4} paddingBottom={4}>
      <Typography fontWeight="bold" textColor="neutral800">
        {displayName}
      </Typography>
      <Note>{uid}</Note>
    </Flex>
  );
}
