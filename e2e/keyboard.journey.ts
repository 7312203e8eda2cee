import type { Page } from '@playwright/test';
import { expectPage } from './support/deeds.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter } from './support/people.ts';
import { englishDesk, frenchDesk } from './support/places.ts';

inEach([frenchDesk, englishDesk], () => {
  test('signing in takes the keyboard alone, and the focus can be seen at each step', async ({ page, say, chain }) => {
    await page.goto('/login');
    await expectPage(page, say('Se connecter'));
    await tabTo(page, say('Adresse e-mail'));
    await page.keyboard.type(chain.owner.email);
    await tabTo(page, say('Mot de passe'));
    await page.keyboard.type(chain.owner.password);
    await page.keyboard.press('Enter');
    await expectPage(page, say('Réseau'));
  });

  test('a store is opened with the keyboard alone, several mistakes are listed with the way to each', async ({
    page,
    say,
    chain,
    watch,
  }) => {
    await enter(page, chain.owner);
    await page.goto('/network/stores/new');
    await expectPage(page, say('Nouveau magasin'));
    await tabTo(page, say('Nom du magasin'));
    await page.keyboard.press('Tab');
    await page.keyboard.type('x'.repeat(500));
    watch.expectRefusal('POST /api/stores 422');
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert');
    await expect(summary).toBeVisible();
    await tabTo(page, new RegExp(say('Nom du magasin')));
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(say('Nom du magasin'))).toBeFocused();
    await page.keyboard.type('Le Mans');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Le Mans');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/network/stores');
    await expect(page.getByRole('link', { name: 'Le Mans' })).toBeVisible();
  });

  test('the first press of Tab offers the way past the navigation', async ({ page, say, chain }) => {
    await enter(page, chain.manager);
    await page.goto('/app');
    await expectPage(page, say('Jour'));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: say('Aller au contenu') });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('an open question keeps the focus inside until it is answered', async ({ page, say, chain }) => {
    await enter(page, chain.owner);
    await page.goto('/network/integrations/keys/new');
    await page.getByLabel(say('Nom de la clé')).fill('Caisse 2');
    await page.getByLabel(say('Tous les magasins, y compris les futurs')).check();
    await page.getByRole('button', { name: say('Créer la clé') }).click();
    await expectPage(page, say('Clé créée'));
    await page.getByRole('link', { name: say('Terminer') }).press('Enter');
    const question = page.getByRole('dialog', { name: say('La clé est-elle enregistrée ?') });
    await expect(question).toBeVisible();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
      );
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expectPage(page, say('Clé créée'));
    await page.getByLabel(say('Je l’ai enregistrée')).check();
    await page.getByRole('link', { name: say('Terminer') }).press('Enter');
    await expectPage(page, say('Intégrations'));
  });
});

/** Presses Tab until the named element has the focus; wherever the focus goes, it can be seen. */
async function tabTo(page: Page, name: string | RegExp) {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const ring = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    expect(ring, 'the focus can be seen').toBe(true);
    const there = page.getByRole('button', { name }).or(page.getByLabel(name, { exact: typeof name === 'string' }));
    if ((await there.and(focused).count()) > 0) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}
