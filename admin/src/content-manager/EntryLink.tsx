import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Collection } from '../../../server/src/contract';
import { useTranslate } from '../translations/useTranslate';
import { type EntryName, entryPath } from './entry-path';

interface EntryLinkProps {
  /** `undefined` while it is not known, or no longer there. */
  collection: Collection | undefined;
  entry: EntryName;
}

/** Leads to the entry in the Content Manager, where that shows it. */
export function EntryLink({ collection, entry }: EntryLinkProps) {
  const translate = useTranslate();
  const path = collection && entryPath(collection, entry);
  if (!path) return null;
  return (
    <Link tag={NavLink} to={path} aria-label={translate('entry.open.label', { document: entry.documentId })}>
      {translate('entry.open')}
    </Link>
  );
}
