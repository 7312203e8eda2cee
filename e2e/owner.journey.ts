import { expectPage } from './support/deeds.ts';
import * as demo from './support/demo.ts';
import { answerOf, count, money, numberIn, textIn } from './support/figures.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter } from './support/people.ts';
import { englishDesk, englishPhone, everywhere, frenchDesk, frenchPhone } from './support/places.ts';

inEach(everywhere, ({ language }) => {
  test('an owner reads the month and the day of the chain, as the API tells them', async ({ page, say }) => {
    const token = await demo.visit(page, demo.owner, language);
    await page.goto('/app');
    await expect(page).toHaveURL('/network');
    await expectPage(page, say('Réseau'));
    const stats = await answerOf(page, token, '/api/gerant/dashboard/stats');
    const main = page.getByRole('main');
    // On the first of a month nothing may have been entered yet.
    const sales = numberIn(stats, 'month_ventes');
    await expect(main).toContainText(sales === 0 ? '—' : money(numberIn(stats, 'month_ca'), language, 0));
    await expect(main).toContainText(sales === 0 ? '—' : count(sales, language));
    await page.getByRole('link', { name: say('Jour précédent') }).click();
    await expect(page).toHaveURL(/\/network\?day=\d{4}-\d\d-\d\d$/);
    const day = new URL(page.url()).searchParams.get('day');
    const lines = await answerOf(page, token, `/api/kpi/gerant/all-stores?date=${day}`);
    expect(lines).toHaveLength(3);
    for (const place of [0, 1, 2]) {
      const row = page.getByRole('row', { name: textIn(lines, `${place}.store.name`) });
      const none = numberIn(lines, `${place}.kpis.seller_count`) === 0;
      await expect(row).toContainText(none ? '—' : money(numberIn(lines, `${place}.kpis.total_ca`), language));
    }
    await page.getByRole('link', { name: demo.storeName }).click();
    await expect(page).toHaveURL(new RegExp(`/store/[^/]+/day/${day}$`));
    await expect(page.getByText(say('Vous agissez comme gérant'))).toBeVisible();
  });
});

inEach([frenchPhone, englishDesk], () => {
  test('an owner opens a second store, whose name is asked for', async ({ page, say, chain, watch }) => {
    await enter(page, chain.owner);
    await page.goto('/network/stores');
    await page.getByRole('link', { name: say('Ajouter un magasin') }).click();
    await expectPage(page, say('Nouveau magasin'));
    watch.expectRefusal('POST /api/stores 422');
    await page.getByRole('button', { name: say('Ouvrir le magasin') }).click();
    const name = page.getByLabel(say('Nom du magasin'));
    await expect(name).toBeFocused();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await name.fill('Angers Ralliement');
    await page.getByLabel(say('Ville')).fill('Angers');
    await page.getByRole('button', { name: say('Ouvrir le magasin') }).click();
    await expect(page).toHaveURL('/network/stores');
    await expect(page.getByRole('link', { name: 'Angers Ralliement' })).toContainText('Angers');
  });
});

inEach([frenchDesk, englishPhone], ({ language }) => {
  test('a key tells its secret once, and writes the figures of its store', async ({ page, say, chain, request }) => {
    await enter(page, chain.owner);
    await page.goto('/network/integrations');
    await page
      .getByRole('link', { name: say('Créer une clé') })
      .first()
      .click();
    await page.getByLabel(say('Nom de la clé')).fill('Caisse 1');
    await page.getByLabel(chain.store.name).check();
    await page.getByRole('button', { name: say('Créer la clé') }).click();
    await expectPage(page, say('Clé créée'));
    const secret = (await page.getByRole('status').filter({ hasText: /^rp/ }).textContent()) ?? '';

    await page.getByRole('link', { name: say('Terminer') }).click();
    const question = page.getByRole('dialog', { name: say('La clé est-elle enregistrée ?') });
    await question.getByRole('button', { name: say('Je l’ai enregistrée') }).click();
    await expectPage(page, say('Intégrations'));
    await expect(page.getByRole('listitem').filter({ hasText: 'Caisse 1' })).toContainText(say('Active'));
    await expect(page.locator('body')).not.toContainText(secret);

    const token = await enter(page, chain.seller);
    const me = await answerOf(page, token, '/api/auth/me');
    const entry = { seller_id: textIn(me, 'id'), ca_journalier: 640.2, nb_ventes: 6, nb_articles: 9 };
    const sent = await request.post('/api/integrations/kpi/sync', {
      headers: { 'X-API-Key': secret },
      data: { store_id: chain.store.id, date: textIn(me, 'store_today'), kpi_entries: [entry] },
    });
    expect(sent.ok(), await sent.text()).toBe(true);
    await page.goto('/me/today');
    await expect(page.getByText(money(640.2, language)).first()).toBeVisible();
    await expect(page.getByText(say('Chiffres de la caisse : ils ne se modifient pas ici.'))).toBeVisible();
  });
});
