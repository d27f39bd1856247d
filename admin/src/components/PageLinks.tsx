import { Pagination } from '@strapi/strapi/admin';
import type { Pagination as Pages } from '../../../server/src/contract';
import { DEFAULT_PAGE_SIZE, PAGE_SIZES } from './page-query';

/** Links to the other pages of a list, which the address names; nothing where there is but one. */
export function PageLinks({ pagination: { pageCount, total } }: { pagination: Pages }) {
  if (total <= PAGE_SIZES[0]) return null;
  return (
    <Pagination.Root defaultPageSize={DEFAULT_PAGE_SIZE} pageCount={pageCount} total={total}>
      <Pagination.PageSize options={PAGE_SIZES.map(String)} />
      <Pagination.Links />
    </Pagination.Root>
  );
}
