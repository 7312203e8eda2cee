import { expectFigure, expectPage } from './support/deeds.ts';
import * as demo from './support/demo.ts';
import { answerOf, count, money, numberIn } from './support/figures.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter } from './support/people.ts';
import { everywhere, frenchDesk } from './support/places.ts';

inEach(everywhere, ({ language }) => {
  test('a manager reads the days of the store, as the API tells them', async ({ page, say }) => {
    const token = await demo.visit(page, demo.manager, language);
    await page.goto('/app');
    await expectPage(page, say('Jour'));
    await expect(page).toHaveURL(/\/store\/[^/]+\/day\/today$/);
    for (let back = 1; back <= 3; back += 1) {
      await page.getByRole('link', { name: say('Jour précédent') }).click();
      await expect(page).toHaveURL(/day\/\d{4}-\d\d-\d\d$/);
      const [, store_id, , date] = new URL(page.url()).pathname.slice(1).split('/');
      const path = `/api/kpi/manager/store-summary?store_id=${store_id}&date=${date}`;
      const day = await answerOf(page, token, path);
      if (numberIn(day, 'seller_count') === 0) continue;
      await expect(page.getByText(money(numberIn(day, 'total_ca'), language))).toBeVisible();
      await expectFigure(page, say('Ventes'), count(numberIn(day, 'total_ventes'), language));
      await expectFigure(page, say('Panier moyen'), money(numberIn(day, 'panier_moyen'), language));
    }
    const last = page.url();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('Équipe') })
      .click();
    await expectPage(page, say('Équipe'));
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByRole('listitem').filter({ hasText: demo.seller.name })).toContainText(say('Actif'));
    await page.goBack();
    await expect(page).toHaveURL(last);
    await expectPage(page, say('Jour'));
  });
});

inEach([frenchDesk], () => {
  test('a day that does not exist leads back to today', async ({ page, say, chain }) => {
    await enter(page, chain.manager);
    await page.goto(`/store/${chain.store.id}/day/2026-02-30`);
    await expectPage(page, say('Ce jour n’existe pas'));
    await page.getByRole('link', { name: say('Voir aujourd’hui') }).click();
    await expectPage(page, say('Jour'));
  });
});
