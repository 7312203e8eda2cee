import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expectPage } from './support/deeds.ts';
import * as demo from './support/demo.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter } from './support/people.ts';
import { frenchPhone } from './support/places.ts';

inEach([frenchPhone], () => {
  test('the first pages stay within their budgets', async () => {
    const script = join(import.meta.dirname, '../apps/web/scripts/check-size.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    expect(stdout).not.toContain('OVER');
    expect(stdout).toContain('seller, /me/today, scripts');
  });

  test('the seller’s home asks three times on a first visit, and once when it comes back', async ({ page, say }) => {
    const calls: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) calls.push(pathname);
    });
    await demo.visit(page, demo.seller, 'fr');
    await page.goto('/me/today');
    await expect(page.getByText(say('Cette semaine'))).toBeVisible();
    expect(calls.toSorted()).toEqual(['/api/auth/me', '/api/auth/refresh', '/api/me/home']);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('Historique') })
      .click();
    await expectPage(page, say('Historique'));
    calls.length = 0;
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('Jour') })
      .click();
    await expect(page.getByText(say('Cette semaine'))).toBeVisible();
    expect(calls.length).toBeLessThanOrEqual(1);
  });

  test('nothing moves for readers who asked for less motion', async ({ page, say, chain }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(() => {
      // Every animation that starts, by the properties that it moves.
      document.addEventListener('animationstart', ({ animationName }) => {
        const moving = document.getAnimations().some(({ effect }) => {
          const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
          return frames.some((frame) => 'transform' in frame || 'translate' in frame);
        });
        if (moving) console.error(`moves: ${animationName}`);
      });
    });
    // A page that comes late shows the line that says so.
    await page.route('**/assets/history.page-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await enter(page, chain.seller);
    await page.goto('/me/today');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('Historique') })
      .click();
    await expectPage(page, say('Historique'));
    await page.goto('/me/entry/today');
    await page.getByRole('textbox', { name: say('CA') }).fill('50');
    await page.getByRole('textbox', { name: say('Ventes') }).fill('1');
    await page.getByRole('button', { name: say('Enregistrer la journée') }).click();
    await expect(page).toHaveURL('/me/today');
    await expect(page.getByText('50,00 €').first()).toBeVisible();
  });

  test('the owner’s home barely shifts while it loads', async ({ page, say }) => {
    await demo.visit(page, demo.owner, 'fr');
    await page.addInitScript(() => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
        document.documentElement.dataset.shift = String(sum);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('/network');
    await expectPage(page, say('Réseau'));
    await expect(page.getByRole('row')).toHaveCount(4);
    const shift = await page.locator('html').evaluate(({ dataset }) => Number(dataset.shift ?? 0));
    expect(shift).toBeLessThanOrEqual(0.05);
  });
});
