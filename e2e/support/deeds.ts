import { expect, type Page } from '@playwright/test';
import type { Person } from './people.ts';
import type { Say } from './words.ts';

/** Fills the sign-in form and sends it. */
export async function signIn(page: Page, say: Say, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.getByLabel(say('Adresse e-mail')).fill(email);
  await page.getByLabel(say('Mot de passe'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('Se connecter') }).click();
}

/** Leaves by the profile page, which ends at the sign-in form. */
export async function signOut(page: Page, say: Say) {
  await page
    .getByRole('banner')
    .getByRole('link', { name: say('Mon profil :') })
    .click();
  await page.getByRole('button', { name: say('Se déconnecter') }).click();
  await expectPage(page, say('Se connecter'));
}

/** The page with this heading is there, and is the one that is open. */
export async function expectPage(page: Page, title: string | RegExp) {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The row of figures with this label says this. */
export async function expectFigure(page: Page, label: string, figure: string) {
  const row = page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) });
  await expect(row.locator('dd').first()).toContainText(figure);
}
