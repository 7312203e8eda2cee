import { expectPage } from './support/deeds.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter, foundChain } from './support/people.ts';
import { englishDesk, everywhere, frenchPhone } from './support/places.ts';
import { speaker } from './support/words.ts';

inEach([frenchPhone, englishDesk], ({ language }) => {
  const other = language === 'fr' ? 'en' : 'fr';

  test('the language of the profile wins over the browser’s, with all its texts', async ({ page, request }) => {
    const { seller } = await foundChain(request, other);
    // The texts of the profile's language come late, when the page is there already.
    await page.route(`**/assets/${other}-*.js`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await enter(page, seller);
    await page.goto('/me/today');
    await expect(page.getByRole('link', { name: speaker(other)('Saisir ma journée') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', other);
  });

  test('another language is chosen before signing in, and is kept', async ({ page, say }) => {
    const there = speaker(other);
    await page.goto('/login');
    await page.getByRole('button', { name: other === 'en' ? 'English' : 'Français' }).click();
    await expectPage(page, there('Se connecter'));
    await page.goto('/signup');
    await expectPage(page, there('Créer votre espace'));
    await page.getByRole('button', { name: language === 'en' ? 'English' : 'Français' }).click();
    await expectPage(page, say('Créer votre espace'));
  });
});

inEach(everywhere.slice(0, 2), () => {
  test('language and theme change at once in the profile, and at the next visit', async ({ page, say, chain }) => {
    const english = speaker('en');
    await enter(page, chain.owner);
    await page.goto('/account/profile');
    await page.getByText('English', { exact: true }).click();
    await expectPage(page, english('Mon profil'));
    await page.getByText(english('Ardoise'), { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expectPage(page, english('Mon profil'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.goto('/network');
    await expectPage(page, english('Réseau'));
    await page.goto('/account/profile');
    await page.getByText('Français', { exact: true }).click();
    await expectPage(page, say('Mon profil'));
  });
});
