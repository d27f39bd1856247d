import { Flex, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';

/** A titled part of a page on a ground of its own. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Flex
      tag="section"
      direction="column"
      alignItems="stretch"
      gap={4}
      background="neutral0"
      padding={8}
      shadow="filterShadow"
      hasRadius
    >
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}
