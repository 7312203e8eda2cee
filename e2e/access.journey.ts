import { suspendedSeller } from './support/demo.ts';
import { expectPage, signIn, signOut } from './support/deeds.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter, foundChain } from './support/people.ts';
import { englishDesk, englishPhone, frenchDesk, frenchPhone } from './support/places.ts';

const foreign = ['//elsewhere.example/', 'https://elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'];

inEach([frenchPhone, englishDesk], () => {
  test('a wrong password says so and keeps what was typed', async ({ page, say, chain, watch }) => {
    watch.expectRefusal('POST /api/auth/login 401');
    await page.goto('/login');
    await signIn(page, say, { ...chain.seller, password: 'pas le bon du tout' });
    await expect(page.getByRole('alert')).toBeVisible();
    const password = page.getByLabel(say('Mot de passe'), { exact: true });
    await expect(password).toBeFocused();
    await expect(password).toHaveValue('pas le bon du tout');
    await expect(page.getByLabel(say('Adresse e-mail'))).toHaveValue(chain.seller.email);
    await signIn(page, say, chain.seller);
    await expect(page).toHaveURL('/me/today');
  });

  test('a suspended account is told so', async ({ page, say, watch }) => {
    watch.expectRefusal('POST /api/auth/login 403');
    await page.goto('/login');
    await signIn(page, say, suspendedSeller);
    await expectPage(page, say('Accès suspendu'));
  });

  test('the password can be seen, pasted and filled in', async ({ page, say }) => {
    await page.goto('/login');
    const password = page.getByLabel(say('Mot de passe'), { exact: true });
    await expect(password).toHaveAttribute('autocomplete', 'current-password');
    await expect(page.getByLabel(say('Adresse e-mail'))).toHaveAttribute('autocomplete', 'username');
    await password.fill('à voir');
    await page.getByRole('button', { name: say('Afficher') }).click();
    await expect(password).toHaveAttribute('type', 'text');
  });
});

inEach([frenchDesk, englishPhone], () => {
  test('somebody who is not signed in comes to the page he wanted', async ({ page, say, chain, watch }) => {
    watch.expectRefusal('POST /api/auth/refresh 401');
    await page.goto('/me/history?month=2026-01');
    await expect(page).toHaveURL(/\/login\?next=/);
    await signIn(page, say, chain.seller);
    await expect(page).toHaveURL('/me/history?month=2026-01');
    await expectPage(page, say('Historique'));
  });

  test('nobody is sent to another site after signing in', async ({ page, say, chain }) => {
    for (const next of foreign) {
      await page.goto(`/login?next=${encodeURIComponent(next)}`);
      await signIn(page, say, chain.seller);
      await expect(page).toHaveURL('/me/today');
      await signOut(page, say);
    }
  });

  test('nobody is sent to another site who is signed in already', async ({ page, say, chain }) => {
    await enter(page, chain.manager);
    await page.goto('/app');
    await expectPage(page, say('Jour'));
    for (const next of foreign) {
      await page.goto(`/login?next=${encodeURIComponent(next)}`);
      await expectPage(page, say('Jour'));
    }
  });

  test('a page of another role says whose it is, and its address stays', async ({ page, say, chain }) => {
    const pages = [
      [chain.seller, '/network/stores', 'le gérant'],
      [chain.seller, '/admin', 'l’administration de la plateforme'],
      [chain.manager, '/network', 'le gérant'],
      [chain.manager, '/me/today', 'un vendeur'],
      [chain.owner, '/admin/workspaces', 'l’administration de la plateforme'],
      [chain.owner, '/me/history', 'un vendeur'],
    ] as const;
    for (const [person, path, whose] of pages) {
      await enter(page, person);
      await page.goto(path);
      await expectPage(page, say('Accès refusé'));
      await expect(page.getByRole('main')).toContainText(say(whose));
      expect(new URL(page.url()).pathname).toBe(path);
    }
  });

  test('the store of another chain is not there', async ({ page, say, chain, watch, request, language }) => {
    const { owner } = await foundChain(request, language);
    watch.expectRefusal(`GET /api/stores/${chain.store.id}/hierarchy 404`);
    watch.expectRefusal('GET /api/kpi/manager/store-summary 404');
    await enter(page, owner);
    await page.goto(`/store/${chain.store.id}/day/today`);
    await expectPage(page, say('Magasin introuvable'));
  });

  test('an unknown address says so', async ({ page, say }) => {
    await page.goto('/nowhere/at/all');
    await expectPage(page, say('Page introuvable'));
  });

  test('who signs out is out in every tab, and Back shows nothing', async ({ page, context, say, chain, watch }) => {
    await enter(page, chain.manager);
    await page.goto('/app');
    await expectPage(page, say('Jour'));
    const tab = await context.newPage();
    await tab.goto('/app');
    await expectPage(tab, say('Jour'));
    await signOut(page, say);
    await expectPage(tab, say('Se connecter'));
    watch.expectRefusal('POST /api/auth/refresh 401');
    await page.goBack();
    await expectPage(page, say('Se connecter'));
    await page.goto(`/store/${chain.store.id}/day/today`);
    await expectPage(page, say('Se connecter'));
  });
});
