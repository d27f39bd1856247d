import type { Browser, Page } from 'playwright-core';

import { administrator } from '../../scripts/playground-database';

/** Opens the Meilisearch tab as somebody sees it who has just logged in. */
export async function openMeilisearchTab(
  browser: Browser,
  url: string,
  user: { email: string; password: string } = administrator,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${url}/admin/auth/login`);
  await page.getByLabel(/email/i).fill(user.email);
  await page.getByLabel(/^password/i).fill(user.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  await page.getByRole('link', { name: 'Meilisearch' }).click();
  await collectionsShown(page);
  return page;
}

/** Waits for the table of the Collections page; the homepage has tables too. */
export async function collectionsShown(page: Page): Promise<void> {
  await page.locator('thead th', { hasText: 'Meilisearch' }).waitFor();
}

/** What a row of the Collections page shows, by the headings of its columns. */
export async function readRow(page: Page, name: string): Promise<Record<string, string>> {
  const headings = await page.locator('thead th').allTextContents();
  const cells = await rowOf(page, name).locator('td').allTextContents();
  return Object.fromEntries(cells.map((text, position) => [headings[position]?.trim() ?? '', text.trim()]));
}

/** The row of a collection, found by the button that it alone has. */
export function rowOf(page: Page, name: string) {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: `Update ${name}`, exact: true }) });
}
