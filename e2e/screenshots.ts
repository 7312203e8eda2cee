// node e2e/screenshots.ts: the pictures of docs/images, from the demonstration.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, expect, type Page } from '@playwright/test';
import { buildWeb } from '../scripts/lib/web-build.mjs';
import config from './playwright.config.ts';
import * as demo from './support/demo.ts';
import { desk, phone } from './support/places.ts';
import type { Person } from './support/people.ts';
import { startProduct } from './support/server.ts';

const folder = join(import.meta.dirname, '../docs/images');
const largest = 150_000;

const onPhone = { ...phone, deviceScaleFactor: 2 };

await buildWeb();
const product = await startProduct();
const browser = await chromium.launch(config.use?.launchOptions);
try {
  mkdirSync(folder, { recursive: true });
  await sellersDay(await open(browser, onPhone, demo.seller));
  const network = await open(browser, desk, demo.owner);
  await wholeDay(network);
  await picture(network, 'network');
  const admin = await open(browser, desk, demo.administrator);
  await admin.goto('/admin/workspaces');
  await picture(admin, 'administration');
} finally {
  await browser.close();
  await product.stop();
}

/** The figures as they are typed, then the receipt of the day. */
async function sellersDay(page: Page): Promise<void> {
  await page.goto('/me/entry/today');
  for (const [name, value] of [
    ['CA', '1250,50'],
    ['Ventes', '12'],
    ['Articles', '20'],
    ['Entrées', '41'],
  ] as const) {
    await page.getByRole('textbox', { name }).fill(value);
  }
  await picture(page, 'entry');
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(page).toHaveURL(/\/me\/today$/);
  await page.goto('/me/today');
  await picture(page, 'today');
}

/** The last day on which everybody in the network who sold has counted the visitors too. */
async function wholeDay(page: Page): Promise<void> {
  await page.goto('/network');
  for (let back = 0; back < 60; back += 1) {
    await page.getByRole('link', { name: 'Jour précédent' }).click();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    const conversions = await page
      .getByRole('cell')
      .filter({ hasText: /\d%|\d\s%/ })
      .allTextContents();
    await page.mouse.move(0, 0);
    if (conversions.length === 3 && conversions.every((text) => Number.parseFloat(text) < 35)) return;
  }
  throw new Error('No day of the demonstration can be shown');
}

async function open(from: Browser, device: BrowserContextOptions, person: Person): Promise<Page> {
  const context = await from.newContext({
    ...device,
    baseURL: product.origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await demo.visit(page, person, 'fr');
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = statSync(path);
  if (size > largest) throw new Error(`${name}.png has ${size} bytes, more than ${largest}`);
  console.log(`docs/images/${name}.png: ${Math.round(size / 1000)} kB`);
}
