import { expectPage } from './support/deeds.ts';
import * as demo from './support/demo.ts';
import { inEach, expect, test } from './support/journey.ts';
import { englishPhone, frenchDesk } from './support/places.ts';

// One call of each home, and something on the same page that does not depend on it.
const homes = [
  { role: 'seller', path: '/api/me/home', status: 500, alive: 'Saisir' },
  { role: 'manager', path: '/api/kpi/manager/store-summary', status: 503, alive: 'Équipe' },
  { role: 'owner', path: '/api/kpi/gerant/all-stores', status: 503, alive: 'Magasins' },
  { role: 'administrator', path: '/api/admin/stats', status: 429, alive: 'Espaces' },
] as const;

inEach([frenchDesk, englishPhone], ({ language }) => {
  for (const { role, path, status, alive } of homes) {
    test(`the home of ${role} survives a failed call and tries again`, async ({ page, say, watch }) => {
      watch.expectRefusal(`GET ${path} ${status}`);
      let failing = true;
      await page.route(`**${path}*`, async (route) => {
        if (!failing) return route.continue();
        await route.fulfill({
          status,
          contentType: 'application/problem+json',
          headers: { 'Retry-After': '1' },
          json: {
            type: 'about:blank',
            status,
            code: status === 429 ? 'RATE_LIMITED' : 'UNAVAILABLE',
            title: '',
            detail: '',
          },
        });
      });
      await demo.visit(page, demo.people[role], language);
      await page.goto('/app');
      const trouble = page.getByRole('alert').first();
      await expect(trouble).toBeVisible({ timeout: 20_000 });
      await expect(page.getByRole('navigation').getByRole('link', { name: say(alive) })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      failing = false;
      for (const retry of (await page.getByRole('button', { name: say('Réessayer') }).all()).toReversed())
        await retry.click();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  test('without network a sign-in says so, and works when it is back', async ({ page, context, say }) => {
    await page.goto('/login');
    await page.getByLabel(say('Adresse e-mail')).fill(demo.manager.email);
    await page.getByLabel(say('Mot de passe'), { exact: true }).fill(demo.manager.password);
    const send = page.getByRole('button', { name: say('Se connecter') });
    await context.setOffline(true);
    await send.click();
    await expect(page.getByRole('alert')).toBeVisible();
    await context.setOffline(false);
    await send.click();
    await expect(page).toHaveURL(/\/store\//);
    await expectPage(page, /./);
  });
});
