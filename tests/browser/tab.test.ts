import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';

import { type MeilisearchServer, startMeilisearch } from '../../scripts/meilisearch-server';
import { createPlaygroundDatabase } from '../../scripts/playground-database';
import { type PlaygroundProcess, startPlaygroundProcess } from '../../scripts/playground-process';
import { makeScratchDirectory } from '../../scripts/scratch-directory';
import { collectionsShown, openMeilisearchTab, readRow, rowOf } from '../support/admin-panel';
import { launchChromium } from '../support/chromium';
import { createEngineClient } from '../support/engine-client';
import { eventually } from '../support/eventually';

let directory: string;
let databaseFile: string;
let meilisearch: MeilisearchServer;
let playground: PlaygroundProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  directory = await makeScratchDirectory('tab-');
  databaseFile = join(directory, 'playground.db');
  meilisearch = await startMeilisearch();
  await createPlaygroundDatabase(databaseFile, 600);
  playground = await startPlaygroundProcess({ databaseFile, meilisearch, logFile: join(directory, 'strapi.log') });
  browser = await launchChromium();
  page = await openMeilisearchTab(browser, playground.url);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await meilisearch?.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Waits until the cells of a row begin with what a test expects; the page refreshes itself. */
const rowShows = (name: string, expected: Record<string, string>) =>
  eventually(
    async () => {
      const row = await readRow(page, name);
      for (const [heading, text] of Object.entries(expected))
        expect(`${row[heading]} `).toMatch(new RegExp(`^${text}\\b`));
    },
    { timeoutMs: 60_000 },
  );

it('shows the collections that are synced as equal on both sides once they are indexed', async () => {
  await rowShows('Offer', { State: 'In sync' });
  const { Database: inDatabase, Meilisearch: inIndex } = await readRow(page, 'Offer');
  expect(inDatabase).toBe(inIndex);
  expect(Number(inDatabase)).toBeGreaterThan(300);
  await rowShows('Housing', { State: 'In sync', Database: '200', Meilisearch: '200' });
}, 90_000);

it('shows drift as differing counts, and Update heals it under a progress bar', async () => {
  const before = Number((await readRow(page, 'Housing')).Database);
  const engine = createEngineClient(meilisearch);
  const documents = await engine.ids('housings');
  await engine.remove('housings', documents.slice(0, 30));
  const database = new Database(databaseFile);
  database.prepare('delete from housings where id in (select id from housings order by id desc limit 7)').run();
  database.close();

  await page.reload();
  await collectionsShown(page);
  await rowShows('Housing', { State: 'Drifted', Database: String(before - 7), Meilisearch: String(before - 30) });

  await page.getByRole('button', { name: 'Update Housing', exact: true }).click();
  const bar = page.getByRole('progressbar', { name: /Housing/ });
  await bar.waitFor();
  expect(await bar.getAttribute('aria-valuetext')).not.toBe('');

  await rowShows('Housing', { State: 'In sync', Database: String(before - 7), Meilisearch: String(before - 7) });
  await bar.waitFor({ state: 'detached' });
  expect(await engine.ids('housings')).toHaveLength(before - 7);
}, 90_000);

it('checks what each side has, shows the differences and both sides of a document, and repairs just those', async () => {
  const engine = createEngineClient(meilisearch);
  const [gone, changed, kept] = await engine.documents('housings', { limit: 3 });
  await engine.remove('housings', [gone!._meilisearch_id]);
  await engine.put('housings', [
    { ...changed, title: 'A castle in the air' },
    { ...kept, _meilisearch_id: 'housing-nobody' },
  ]);

  await page.getByRole('button', { name: 'Other checks of Housing', exact: true }).click();
  await page.getByRole('menuitem', { name: /Deep check/ }).click();
  await page.getByText('1 missing, 1 stale, 1 orphaned', { exact: true }).waitFor();
  await rowShows('Housing', { State: 'Drifted' });
  expect(await engine.ids('housings')).not.toContain(gone!._meilisearch_id);

  await page.getByRole('link', { name: 'Show the differences of Housing', exact: true }).click();
  const differing = (id: string) => page.getByRole('row').filter({ hasText: id });
  await differing('housing-nobody').getByText('Orphaned').waitFor();
  await differing(gone!._meilisearch_id).getByText('Missing').waitFor();
  const stale = differing(changed!._meilisearch_id);
  await stale.getByText('Stale').waitFor();
  expect(await stale.getByRole('link', { name: /Open the entry/ }).getAttribute('href')).toMatch(
    /content-manager\/collection-types\/api::housing\.housing\/\w+/,
  );

  await stale.getByRole('button', { name: /^Compare/ }).click();
  const title = page.getByRole('dialog').getByRole('row', { name: /^title / });
  expect(await title.innerText()).toContain('A castle in the air');
  expect(await title.innerText()).toContain(String(changed!.title));
  expect(await page.getByRole('dialog').getByRole('rowheader').allTextContents()).toEqual(['title']);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Collections' }).last().click();
  await page.getByRole('button', { name: 'Repair Housing', exact: true }).click();
  await rowShows('Housing', { State: 'In sync' });
  const mended = (await engine.documents('housings')).find(
    ({ _meilisearch_id: id }) => id === changed!._meilisearch_id,
  );
  expect(mended).toMatchObject({ title: changed!.title });
  expect(await engine.ids('housings')).toContain(gone!._meilisearch_id);
  expect(await engine.ids('housings')).not.toContain('housing-nobody');

  await page.getByRole('button', { name: 'Check Housing', exact: true }).click();
  await rowOf(page, 'Housing').getByText('No difference').waitFor();

  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  await page.getByText('Checks found 3 differences in the last 30 days').waitFor();
  await page
    .getByRole('row', { name: /Repair \d+ Housing/ })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Collections' }).last().click();
  await collectionsShown(page);
}, 120_000);

it('is worked from the keyboard: arrow keys move about the table, the others are for its buttons and menus', async () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const focusIsOn = (control: ReturnType<typeof button>) =>
    eventually(async () => expect(await control.evaluate((element) => element === document.activeElement)).toBe(true));
  /** Sees that another run of this kind begins by what is pressed, and ends. */
  const runs = async (kind: string, press: () => Promise<void>) => {
    const last = rowOf(page, 'Housing').getByRole('link', { name: kind, exact: true });
    const before = await last.getAttribute('href');
    await press();
    await eventually(async () => expect(await last.getAttribute('href')).not.toBe(before));
    await rowShows('Housing', { State: 'In sync' });
  };

  await button('Update Housing').focus();
  await page.keyboard.press('Tab');
  await focusIsOn(button('Check Housing'));
  await page.keyboard.press('ArrowLeft');
  await focusIsOn(button('Update Housing'));
  await runs('Update', () => page.keyboard.press('Enter'));

  const deepCheck = page.getByRole('menuitem', { name: /Deep check/ });
  await button('Other checks of Housing').focus();
  await page.keyboard.press('Enter');
  await deepCheck.waitFor();
  await page.keyboard.press('Escape');
  await deepCheck.waitFor({ state: 'detached' });
  await focusIsOn(button('Other checks of Housing'));
  await runs('Check', async () => {
    await page.keyboard.press('Enter');
    await focusIsOn(page.getByRole('menuitem', { name: /Quick check/ }));
    await page.keyboard.press('ArrowDown');
    await focusIsOn(deepCheck);
    await page.keyboard.press('Enter');
  });
}, 90_000);

it('starts and stops the sync of a collection by its switch, and asks before documents go', async () => {
  await rowOf(page, 'Company').getByRole('switch').click();
  await rowShows('Company', { State: 'In sync' });

  await rowOf(page, 'Company').getByRole('switch').click();
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('companies');
  await dialog.getByRole('button').last().click();
  await rowShows('Company', { State: 'Not synced' });
  await eventually(async () => expect(await createEngineClient(meilisearch).indexNames()).not.toContain('companies'));
}, 90_000);

it('tests the connection on the Settings page and says what it found', async () => {
  await page.getByRole('link', { name: 'Settings' }).last().click();
  await page.getByRole('button', { name: 'Test connection' }).click();
  const { pkgVersion } = await createEngineClient(meilisearch).client.getVersion();
  await page.getByText(pkgVersion).first().waitFor();
  await page.getByRole('link', { name: 'Collections' }).last().click();
  await collectionsShown(page);
}, 90_000);

it('says in words that the engine is away, and shows its counts as unknown, never as 0', async () => {
  await meilisearch.stop();
  await page.reload();
  await page.getByText('Meilisearch cannot be reached').waitFor();
  await rowShows('Offer', { State: 'Unreachable', Meilisearch: 'unknown' });
}, 90_000);
