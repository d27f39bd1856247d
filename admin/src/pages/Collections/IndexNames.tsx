import { Flex, Typography } from '@strapi/design-system';
import type { Collection } from '../../../../server/src/contract';

export function IndexNames({ indexes }: Pick<Collection, 'indexes'>) {
  return (
    <Flex direction="column" alignItems="flex-start">
      {indexes.map(({ uid }) => (
        <Typography key={uid} textColor="neutral800">
          {uid}
        </Typography>
      ))}
    </Flex>
  );
}
