import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

/** Stands where rows would, when there is none. */
export function EmptyState({ text }: { text: string }) {
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={text} />;
}
