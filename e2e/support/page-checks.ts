import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { frenchLeftIn } from './words.ts';
import type { Language } from './words.ts';

/** Looks at the page that is open in every way that holds for all pages. */
export async function checkPage(page: Page, language: Language): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page).toHaveTitle(/^.+ · Retail Performer$/);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  // Mails speak the language of their readers.
  const ours = new URL(page.url()).pathname !== '/dev/mails';
  if (language === 'en' && ours) expect(frenchLeftIn(await page.locator('body').innerText())).toEqual([]);
  await checkAxe(page, 'light', new AxeBuilder({ page }));
  // Another theme changes colours and nothing else.
  await checkAxe(page, 'dark', new AxeBuilder({ page }).withRules('color-contrast'));
  await checkNarrow(page);
}

async function checkAxe(page: Page, theme: 'light' | 'dark', axe: AxeBuilder) {
  await page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  }, theme);
  // Without frames of other origins there is nothing to run apart from the page.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  expect(found).toEqual([]);
}

// The narrowest window of the guidelines, which is also a desk's window at a zoom of four.
async function checkNarrow(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest, 'nothing is wider than 320 pixels').toBeLessThanOrEqual(320);
  if (before !== null) await page.setViewportSize(before);
}
