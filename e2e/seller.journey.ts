import { expectFigure, expectPage, signIn, signOut } from './support/deeds.ts';
import { expect, inEach, test } from './support/journey.ts';
import { everywhere } from './support/places.ts';

const figures = {
  fr: { typed: '1250,5', turnover: '1 250,50 €', basket: '104,21 €', items: '1,67' },
  en: { typed: '1250.5', turnover: '€1,250.50', basket: '€104.21', items: '1.67' },
} as const;

inEach(everywhere, ({ language }) => {
  test('a seller enters the day, the manager and the owner see it', async ({ page, chain, say, isMobile }) => {
    const { seller, manager, owner, store } = chain;
    const { typed, turnover, basket, items } = figures[language];

    await page.goto('/login');
    await signIn(page, say, seller);
    await expect(page).toHaveURL('/me/today');
    await expectPage(page, /Lina/);
    await expect(page.getByText(say('Rien de saisi pour cette journée.'))).toBeVisible();

    await page.getByRole('link', { name: say('Saisir ma journée') }).click();
    const rows = [say('CA'), say('Ventes'), say('Articles')].map((name) => page.getByRole('textbox', { name }));
    for (const [place, value] of [typed, '12', '20'].entries()) {
      const row = rows[place];
      if (row === undefined) throw new Error('A row is missing');
      await expect(row).toBeFocused();
      await (isMobile ? press(page, say, value) : page.keyboard.type(value));
      await (isMobile ? page.getByRole('button', { name: say('Suivant') }).click() : page.keyboard.press('Enter'));
    }
    await page.getByRole('button', { name: say('Enregistrer la journée') }).click();

    await expect(page).toHaveURL('/me/today');
    await expect(page.getByRole('status').filter({ hasText: say('Modifier') })).toBeVisible();
    await expect(page.getByText(turnover).first()).toBeVisible();
    await expectFigure(page, say('Ventes'), '12');
    await expectFigure(page, say('Entrées'), '—');
    await expectFigure(page, say('Panier moyen'), basket);
    await expectFigure(page, say('Indice de vente'), items);
    await expectFigure(page, say('Conversion non suivie'), '—');

    await page
      .getByRole('link', { name: say('Modifier') })
      .last()
      .click();
    await expect(rows[0] ?? page.getByRole('textbox')).toHaveValue(language === 'fr' ? /^1.250,50?$/ : /^1,250\.50?$/);
    await expect(page.getByRole('textbox', { name: say('Entrées') })).toHaveValue('');
    await page.goto('/me/history');
    await expect(page.getByRole('link', { name: turnover })).toBeVisible();

    await signOut(page, say);
    await signIn(page, say, manager);
    await expectPage(page, say('Jour'));
    await expect(page.getByRole('banner')).toContainText(store.name);
    await expect(page.getByText(turnover)).toBeVisible();
    await expectFigure(page, say('Panier moyen'), basket);

    await signOut(page, say);
    await signIn(page, say, owner);
    await expectPage(page, say('Réseau'));
    await expect(page.getByRole('row', { name: store.name }).getByText(turnover)).toBeVisible();
  });
});

async function press(page: import('@playwright/test').Page, say: (french: string) => string, value: string) {
  const pad = page.getByRole('group', { name: say('Pavé') });
  for (const sign of value) {
    const name = sign === ',' || sign === '.' ? say('virgule') : sign;
    await pad.getByRole('button', { name, exact: true }).click();
  }
}
