import { Flex } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { type AllowedActions } from '../permissions';
import { PATHS } from '../paths';
import { useTranslate } from '../translations/useTranslate';

/** Looks like the design system's tabs and is made of links: a page has an address. */
const Tab = styled(NavLink)`
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border-bottom: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.primary700};
  }

  &[aria-current='page'] {
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Links to the pages; the settings only for those who may edit them. */
export function PageNavigation({ allowed }: { allowed: AllowedActions }) {
  const translate = useTranslate();
  return (
    <Flex tag="nav" aria-label={translate('navigation.label')} gap={2} paddingBottom={6} wrap="wrap">
      <Tab to={PATHS.collections} end>
        {translate('navigation.collections')}
      </Tab>
      <Tab to={PATHS.runs}>{translate('navigation.runs')}</Tab>
      <Tab to={PATHS.failures}>{translate('navigation.failures')}</Tab>
      {allowed.editSettings ? <Tab to={PATHS.settings}>{translate('navigation.settings')}</Tab> : null}
    </Flex>
  );
}
