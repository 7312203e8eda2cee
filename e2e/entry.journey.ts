import type { Locator } from '@playwright/test';
import { expectPage } from './support/deeds.ts';
import { expect, inEach, type Page, test } from './support/journey.ts';
import { enter, password } from './support/people.ts';
import { englishDesk, frenchDesk, frenchPhone, frenchSmallPhone } from './support/places.ts';
import type { Say } from './support/words.ts';

const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name });

inEach([frenchSmallPhone, frenchPhone], () => {
  test('a day takes eight presses besides its digits, and no scrolling', async ({ page, say, chain }) => {
    await enter(page, chain.seller);
    await page.goto('/me/today');
    let presses = 0;
    const press = async (target: Locator) => {
      presses += 1;
      await target.tap();
    };
    await press(page.getByRole('navigation').getByRole('link', { name: say('Saisir') }));
    await expect(box(page, say('CA'))).toBeFocused();
    const pad = page.getByRole('group', { name: say('Pavé') });
    const next = page.getByRole('button', { name: say('Suivant') });
    for (const value of ['1250,5', '12', '20']) {
      for (const sign of value)
        await pad
          .getByRole('button', { name: sign === ',' ? say('virgule') : sign })
          .first()
          .tap();
      await press(next);
      await expectNoScroll(page);
    }
    await press(page.getByRole('button', { name: say('Enregistrer la journée') }));
    await expect(page).toHaveURL('/me/today');
    expect(presses).toBeLessThanOrEqual(8);
  });

  test('every key of the pad is large enough for a thumb, and the keyboard of the phone stays away', async ({
    page,
    say,
    chain,
  }) => {
    await enter(page, chain.seller);
    await page.goto('/me/entry/today');
    const ca = box(page, say('CA'));
    await expect(ca).toHaveAttribute('inputmode', 'none');
    for (const key of await page
      .getByRole('group', { name: say('Pavé') })
      .getByRole('button')
      .all()) {
      const size = await key.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await page.getByRole('button', { name: '7', exact: true }).tap();
    await expect(ca).toBeFocused();
    await expect(ca).toHaveValue('7');
  });
});

inEach([frenchDesk, englishDesk], () => {
  test('a day is typed with the keyboard alone', async ({ page, say, chain }) => {
    await enter(page, chain.seller);
    await page.goto('/me/today');
    await expectPage(page, /Lina/);
    await reach(page, page.getByRole('link', { name: say('Saisir ma journée') }));
    await page.keyboard.press('Enter');
    await expect(box(page, say('CA'))).toBeFocused();
    await page.keyboard.type('980,00');
    await page.keyboard.press('Tab');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await page.keyboard.type('8');
    await page.keyboard.press('Tab');
    // Fewer items than sales is worth a second look, and is saved all the same.
    await expect(page.getByText(say('Moins d’articles que de ventes'))).toBeVisible();
    await reach(page, page.getByRole('button', { name: say('Enregistrer quand même') }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/me/today');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });
});

inEach([frenchPhone, englishDesk], ({ language }) => {
  test('a session that ends during the entry keeps what is typed', async ({ page, say, chain, watch }) => {
    await enter(page, chain.seller);
    await page.goto('/me/entry/today');
    await box(page, say('CA')).fill('432,10');
    await box(page, say('Ventes')).fill('4');
    await page.request.post('/api/auth/logout', { headers: { 'X-Requested-With': 'web' } });
    watch.expectRefusal('POST /api/kpi/seller/entry 401');
    watch.expectRefusal('POST /api/auth/refresh 401');
    await page.getByRole('button', { name: say('Enregistrer la journée') }).click();

    const sheet = page.getByRole('dialog', { name: say('Session terminée') });
    await expect(sheet.getByLabel(say('Mot de passe'), { exact: true })).toBeFocused();
    await expect(page.getByLabel(say('Ventes'), { exact: true })).toHaveValue('4');
    await sheet.getByLabel(say('Mot de passe'), { exact: true }).fill(password);
    await sheet.getByRole('button', { name: say('Continuer') }).click();
    await expect(page).toHaveURL('/me/today');
    await expect(page.getByText(language === 'fr' ? '432,10 €' : '€432.10').first()).toBeVisible();
  });

  test('what is typed survives a closed page as a draft', async ({ page, say, chain }) => {
    await enter(page, chain.seller);
    await page.goto('/me/entry/today');
    await box(page, say('CA')).fill('77');
    await page.goto('/me/today');
    await page.goto('/me/entry/today');
    await expect(box(page, say('CA'))).toHaveValue('77');
    await expect(page.getByText(say('Brouillon'))).toBeVisible();
  });
});

inEach([frenchDesk], () => {
  test('an entry saved elsewhere meanwhile is shown beside, never overwritten', async ({
    page,
    say,
    chain,
    elsewhere,
    watch,
  }) => {
    const there = await elsewhere({});
    for (const each of [page, there]) {
      await enter(each, chain.seller);
      await each.goto('/me/entry/today');
      await expect(box(each, say('CA'))).toBeFocused();
    }
    await save(there, say, '100');
    await expect(there).toHaveURL('/me/today');
    watch.expectRefusal('POST /api/kpi/seller/entry 409');
    await save(page, say, '200');
    await expect(page.getByRole('row', { name: say('CA') }).getByRole('cell')).toHaveText(['200', '100']);
    await page.getByRole('button', { name: say('Garder celle-ci') }).click();
    await expect(page).toHaveURL('/me/today');
    await expect(page.getByText('200,00 €').first()).toBeVisible();
  });
});

async function save(page: Page, say: Say, turnover: string) {
  await box(page, say('CA')).fill(turnover);
  await box(page, say('Ventes')).fill('2');
  await page.getByRole('button', { name: say('Enregistrer la journée') }).click();
}

/** Nothing of the page lies outside of the window. */
async function expectNoScroll(page: Page) {
  const beyond = await page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return [scrollHeight - clientHeight, scrollWidth - clientWidth];
  });
  expect(beyond).toEqual([0, 0]);
  await expect(page.locator('.entry-save')).toBeInViewport({ ratio: 1 });
}

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function reach(page: Page, target: Locator) {
  for (let step = 0; step < 40; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
