import { type PageRequest } from '../api/client';

/** How many rows a page may have; the server allows no more than the largest. */
export const PAGE_SIZES = [20, 50, 100] as const;

export const DEFAULT_PAGE_SIZE = PAGE_SIZES[0];

/** What the address says about the page of a list; it can be typed by hand. */
export interface PageQuery {
  page?: string;
  pageSize?: string;
}

/** The page that the address names; the first one where it names none that there can be. */
export function pageRequest({ page, pageSize }: PageQuery): PageRequest {
  return {
    page: positive(page) ?? 1,
    pageSize: PAGE_SIZES.find((size) => size === positive(pageSize)) ?? DEFAULT_PAGE_SIZE,
  };
}

function positive(text: string | undefined): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** The value if it is one of those that can be chosen. */
export function chosen<T extends string>(value: string | undefined, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}
