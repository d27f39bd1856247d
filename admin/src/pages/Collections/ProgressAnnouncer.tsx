import { useNotifyAT } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Collection } from '../../../../server/src/contract';
import { useTranslate } from '../../translations/useTranslate';
import { announcements } from './announcements';

/** Tells screen readers, politely, what happened since the last look. */
export function ProgressAnnouncer({ collections }: { collections: Collection[] }) {
  const { notifyStatus } = useNotifyAT();
  const intl = useIntl();
  const translate = useTranslate();
  const seen = useRef(collections);

  useEffect(() => {
    const news = announcements(seen.current, collections);
    seen.current = collections;
    if (news.length === 0) return;
    const sentences = news.map(({ name, messages }) => {
      const said = messages.map(({ key, values }) => translate(key, values));
      return translate('announce.about', { name, news: intl.formatList(said, { type: 'unit' }) });
    });
    notifyStatus(sentences.join(' '));
  }, [collections, notifyStatus, intl, translate]);

  return null;
}
