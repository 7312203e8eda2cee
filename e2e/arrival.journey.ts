import { expectPage, signIn } from './support/deeds.ts';
import { expect, inEach, test } from './support/journey.ts';
import { enter, freshEmail, password } from './support/people.ts';
import { englishDesk, englishPhone, frenchDesk, frenchPhone, phone } from './support/places.ts';

inEach([frenchPhone, englishDesk], () => {
  test('a new owner signs up, opens a first store and invites', async ({ page, say }) => {
    await page.goto('/login');
    await page.getByRole('link', { name: /Créer un espace|Create one/ }).click();
    await expectPage(page, say('Créer votre espace'));
    await page.getByLabel(say('Votre nom')).fill('Mathilde Royer');
    await page.getByLabel(say('Nom de l’enseigne')).fill('Papeterie Royer');
    await page.getByLabel(say('Adresse e-mail')).fill(freshEmail('mathilde'));
    await page.getByLabel(say('Mot de passe'), { exact: true }).fill(password);
    await page.getByRole('button', { name: say('Créer l’espace') }).click();

    await expect(page).toHaveURL('/welcome');
    await expectPage(page, /Mathilde/);
    await page.getByRole('link', { name: say('Ouvrir') }).click();
    await page.getByLabel(say('Nom du magasin')).fill('Tours Halles');
    await page.getByLabel(say('Ville')).fill('Tours');
    await page.getByRole('button', { name: say('Ouvrir le magasin') }).click();
    await expect(page).toHaveURL('/network/stores');
    await expect(page.getByRole('link', { name: 'Tours Halles' })).toContainText(say('Ouvert'));

    await page.goto('/welcome');
    await expect(page.getByRole('listitem').filter({ hasText: say('(fait)') })).toHaveCount(1);
    await page
      .getByRole('link', { name: say('Inviter'), exact: true })
      .last()
      .click();
    await expectPage(page, say('Inviter'));
  });

  test('an empty space leads its owner to the first steps', async ({ page, say, request, language }) => {
    const owner = { email: freshEmail('vide'), password };
    await request.post('/api/auth/register', {
      data: { ...owner, name: 'Anne Vide', company_name: 'Vide', locale: language },
    });
    await enter(page, owner);
    await page.goto('/network');
    await expect(page).toHaveURL('/welcome');
    await expect(page.getByRole('link', { name: say('Ouvrir') })).toBeVisible();
  });
});

inEach([frenchDesk, englishDesk], () => {
  test('an invited seller accepts on a phone and is in, the token gone', async ({
    page,
    say,
    chain,
    elsewhere,
    watch,
  }) => {
    const { owner, store } = chain;
    await enter(page, owner);
    await page.goto('/network');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('Inviter') })
      .click();
    await page.getByLabel(say('Prénom et nom')).fill('Sacha Petit');
    await page.getByRole('button', { name: say('Inviter') }).click();
    const link = page.getByText(/\/invite#/);
    const address = new URL((await link.textContent()) ?? '');
    await expect(
      page.getByText(say('Ce lien n’est affiché qu’ici. Il ne sert qu’une fois, à cette personne.')),
    ).toBeVisible();

    const guest = await elsewhere(phone);
    const asked: string[] = [];
    guest.on('request', (one) => asked.push(one.url()));
    await guest.goto(address.pathname + address.hash);
    await expectPage(guest, say('Rejoindre votre équipe'));
    expect(guest.url()).not.toContain('#');
    await guest.getByLabel(say('Adresse e-mail')).fill(freshEmail('sacha'));
    await guest.getByLabel(say('Mot de passe'), { exact: true }).fill(password);
    await guest.getByRole('button', { name: say('Rejoindre') }).click();
    await expect(guest).toHaveURL('/me/today');
    await expectPage(guest, /Sacha/);
    await expect(guest.getByRole('banner')).toContainText(store.name);
    expect(asked.filter((url) => url.includes(address.hash.slice(1)))).toEqual([]);

    const late = await elsewhere(phone);
    watch.expectRefusal('POST /api/auth/register/invitation 400');
    await late.goto(address.pathname + address.hash);
    await late.getByLabel(say('Mot de passe'), { exact: true }).fill(password);
    await late.getByRole('button', { name: say('Rejoindre') }).click();
    await expectPage(late, say('Invitation déjà acceptée'));

    await page.getByRole('link', { name: say('Voir l’équipe') }).click();
    await expectPage(page, say('Équipe'));
    await page.reload();
    await expect(page.getByRole('listitem').filter({ hasText: 'Sacha Petit' })).toContainText(say('Actif'));
  });
});

inEach([frenchPhone, englishPhone], () => {
  test('a forgotten password is replaced with the link of the mail, which serves once', async ({
    page,
    say,
    chain,
    watch,
  }) => {
    const { seller } = chain;
    await page.goto('/login');
    await page.getByRole('link', { name: say('Mot de passe oublié') }).click();
    await expectPage(page, say('Mot de passe oublié'));
    await page.getByLabel(say('Adresse e-mail')).fill(seller.email);
    await page.getByRole('button', { name: say('Recevoir le lien') }).click();
    await expectPage(page, say('Demande envoyée'));

    await page.goto('/dev/mails');
    await page.getByRole('link', { name: seller.email }).first().click();
    const link = page.getByRole('link', { name: /reset-password#/ });
    const address = new URL((await link.getAttribute('href')) ?? '');
    await link.click();
    await expectPage(page, say('Nouveau mot de passe'));
    expect(page.url()).not.toContain('#');
    await page.getByLabel(say('Nouveau mot de passe'), { exact: true }).fill('un tout autre secret');
    await page.getByRole('button', { name: say('Enregistrer le mot de passe') }).click();
    await expect(page.getByText(say('Le mot de passe est changé. Il sert dès maintenant.'))).toBeVisible();
    await signIn(page, say, { email: seller.email, password: 'un tout autre secret' });
    await expect(page).toHaveURL('/me/today');

    watch.expectRefusal('POST /api/auth/reset-password 400');
    await page.goto(address.pathname + address.hash);
    await page.getByLabel(say('Nouveau mot de passe'), { exact: true }).fill('encore un autre secret');
    await page.getByRole('button', { name: say('Enregistrer le mot de passe') }).click();
    await expectPage(page, say('Lien expiré'));
  });

  test('asking for an unknown address looks the same', async ({ page, say }) => {
    await page.goto('/forgot-password');
    await page.getByLabel(say('Adresse e-mail')).fill(freshEmail('personne'));
    await page.getByRole('button', { name: say('Recevoir le lien') }).click();
    await expectPage(page, say('Demande envoyée'));
  });
});
