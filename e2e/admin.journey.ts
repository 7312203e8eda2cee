import { expectPage } from './support/deeds.ts';
import * as demo from './support/demo.ts';
import { count, numberIn } from './support/figures.ts';
import { expect, inEach, test } from './support/journey.ts';
import { everywhere } from './support/places.ts';

const counters = {
  Espaces: 'total_workspaces',
  Magasins: 'total_stores',
  Comptes: 'total_users',
  Saisies: 'total_kpi_entries',
  Gérants: 'total_gerants',
  Managers: 'total_managers',
  Vendeurs: 'total_sellers',
} as const;

inEach(everywhere, ({ language }) => {
  test('the administrator reads seven counters and finds a space by its owner’s address', async ({ page, say }) => {
    await demo.visit(page, demo.administrator, language);
    const asked = page.waitForResponse('**/api/admin/stats');
    await page.goto('/app');
    await expect(page).toHaveURL('/admin');
    const stats: unknown = await (await asked).json();
    expect(Object.keys(stats ?? {})).toHaveLength(7);
    for (const [label, name] of Object.entries(counters)) {
      const tile = page.locator('dl > div').filter({ has: page.getByText(say(label), { exact: true }) });
      await expect(tile.locator('dd').first()).toHaveText(count(numberIn(stats, name), language));
    }

    await page.getByRole('link', { name: say('Voir les espaces') }).click();
    await expectPage(page, say('Espaces'));
    await page.getByRole('searchbox').fill(demo.owner.email.toUpperCase());
    await page.getByRole('button', { name: say('Rechercher') }).click();
    await expect(page).toHaveURL(/q=/);
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await expect(row).toContainText('Maison Roux');
    await expect(row).toContainText(demo.owner.name);
    await page.reload();
    await expect(page.getByRole('rowheader')).toHaveText('Maison Roux');

    await page.getByRole('searchbox').fill('personne@nulle-part.example');
    await page.getByRole('button', { name: say('Rechercher') }).click();
    await page.getByRole('link', { name: say('Effacer la recherche') }).click();
    await expect(page.getByRole('rowheader').first()).toBeVisible();
  });
});
