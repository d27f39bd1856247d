import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { type ReactNode } from 'react';
import { type AllowedActions } from '../permissions';
import { useTranslate } from '../translations/useTranslate';
import { PageNavigation } from './PageNavigation';

interface PageFrameProps {
  allowed: AllowedActions;
  /** What the browser's tab says. */
  title: string;
  subtitle: string;
  children: ReactNode;
}

/** What all pages have in common: title, navigation, content. */
export function PageFrame({ allowed, title, subtitle, children }: PageFrameProps) {
  const translate = useTranslate();
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={translate('plugin.name')} subtitle={subtitle} />
      <Layouts.Content>
        <PageNavigation allowed={allowed} />
        <Box paddingBottom={10}>{children}</Box>
      </Layouts.Content>
    </Page.Main>
  );
}
