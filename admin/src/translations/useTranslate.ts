import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { createTranslate, type Translate } from './translator';

export function useTranslate(): Translate {
  const intl = useIntl();
  return useMemo(() => createTranslate(intl), [intl]);
}
