import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import { type ReactNode } from 'react';

export type BannerTone = 'primary' | 'success' | 'warning' | 'danger';

const ICONS = { primary: Information, success: CheckCircle, warning: WarningCircle, danger: WarningCircle };

interface BannerProps {
  tone: BannerTone;
  title: string;
  children?: ReactNode;
  /** What can be done about it: a link or a button. */
  action?: ReactNode;
}

/** A message that stays as long as what it says is true; the design system's `Alert` can always be closed. */
export function Banner({ tone, title, children, action }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <Flex
      role={tone === 'danger' ? 'alert' : 'status'}
      alignItems="flex-start"
      wrap="wrap"
      gap={3}
      padding={4}
      hasRadius
      background={`${tone}100`}
      borderColor={`${tone}200`}
    >
      <Box paddingTop={1} aria-hidden>
        <Icon fill={`${tone}600`} width="1.6rem" height="1.6rem" />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={1} flex="1 1 32rem">
        <Typography fontWeight="bold" textColor={`${tone}700`}>
          {title}
        </Typography>
        {children}
      </Flex>
      {action}
    </Flex>
  );
}
