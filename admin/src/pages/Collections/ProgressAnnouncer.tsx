import { useNotifyAT } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { Collection } from '../../../../server/src/contract';
import { useTranslate } from '../../translations/useTranslate';
import { announcements } from './announcements';

/** Tells screen readers, politely, what happened since the last look. */
export function ProgressAnnouncer({ collections }: { collections: Collection[] }) {
  const { notifyStatus } = useNotifyAT();
  const translate = useTranslate();
  const seen = useRef(collections);

  useEffect(() => {
    const news = announcements(seen.current, collections);
    seen.current = collections;
    if (news.length === 0) return;
    notifyStatus(
      news
        .map(({ name, message }) => translate('announce.about', { name, news: translate(message.key, message.values) }))
        .join(' '),
    );
  }, [collections, notifyStatus, translate]);

  return null;
}
