import { Flex, Loader } from '@strapi/design-system';
import { useTranslate } from '../translations/useTranslate';

/** Stands where the content will be. */
export function Loading() {
  const translate = useTranslate();
  return (
    <Flex padding={11} justifyContent="center" aria-busy>
      <Loader>{translate('load.loading')}</Loader>
    </Flex>
  );
}
