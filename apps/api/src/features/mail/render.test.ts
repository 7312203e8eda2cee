import { MailTemplate, type MailRow } from '@retail-performer/domain/mail';
import { Locale } from '@retail-performer/domain/kernel';
import { assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { linksAt } from './links.ts';
import { renderMail } from './render.ts';

const settings = { links: linksAt('https://app.shop.example'), support_email: 'aide@shop.example' };

const mail = (template: MailTemplate, locale: Locale, variables: MailRow['variables'] = {}): MailRow => ({
  id: 'mail-1',
  dedupe_key: 'mail-1',
  template,
  template_version: 1,
  locale,
  category: 'security',
  workspace_id: 'mode',
  user_id: 'lea',
  to_email: 'lea@shop.example',
  to_name: 'Léa Roux',
  variables: {
    inviter_name: 'Camille Roux',
    company_name: 'Maison Roux',
    store_name: 'Lyon Bellecour',
    manager_name: 'Marie Blanc',
    timezone: 'Indian/Reunion',
    expires_at: '2026-04-18T08:00:00.000Z',
    at: '2026-04-11T08:00:00.000Z',
    ttl_minutes: 30,
    device: 'Firefox',
    ip_prefix: '192.0.2.0/24',
    event: 'token_reuse',
    days_left: 3,
    trial_end: '2026-04-14T08:00:00.000Z',
    used_seats: 4,
    space_name: 'Maison Roux',
    since: '2025-05-18T08:00:00.000Z',
    removal: '2026-06-18T08:00:00.000Z',
    monthly_total: 11_600,
    rows: [
      { kind: 'person', name: 'Tom Petit', store: 'Lyon Bellecour', days: 3 },
      { kind: 'till', name: null, store: 'Nice Masséna', days: 2 },
    ],
    ...variables,
  },
  secret_enc: null,
  status: 'queued',
  attempts: 0,
  next_attempt_at: '2026-04-11T08:00:00.000Z',
  locked_by: null,
  locked_until: null,
  not_after: null,
  provider_message_id: null,
  last_error: null,
  sent_at: null,
  created_at: '2026-04-11T08:00:00.000Z',
  updated_at: '2026-04-11T08:00:00.000Z',
});

const all = MailTemplate.options.flatMap((template) => Locale.options.map((locale) => [template, locale] as const));

it.each(all)('writes %s in %s, with one button, in both formats', (template, locale) => {
  const { subject, html, text, links } = renderMail(mail(template, locale), 'rpi_token', settings);
  expect(subject).not.toMatch(/undefined|null|\{/);
  expect(html).toContain(`<html lang="${locale}">`);
  expect(text).not.toMatch(/undefined|null|\{|<p/);
  expect(html.match(/<a /g)).toHaveLength(2);
  expect(links).toHaveLength(1);
  const [link = ''] = links;
  expect(html).toContain(`href="${link}"`);
  expect(text).toContain(link);
  for (const each of [html, text]) expect(each).toContain('aide@shop.example');
  expect(html).not.toMatch(/<img|<script|<link|src=/);
});

it.each([
  ['invitation_seller', 'fr', 'Rejoignez Lyon Bellecour', 'https://app.shop.example/invite#rpi_token'],
  ['invitation_manager', 'en', 'Join Lyon Bellecour', 'https://app.shop.example/invite#rpi_token'],
  ['password_reset', 'fr', 'Nouveau mot de passe', 'https://app.shop.example/reset-password#rpi_token'],
  ['password_reset', 'en', 'Reset your password', 'https://app.shop.example/reset-password#rpi_token'],
  ['password_changed', 'fr', 'Votre mot de passe a changé', 'https://app.shop.example'],
  ['trial_ending', 'fr', 'Votre essai se termine dans 3 jours', 'https://app.shop.example/network/billing'],
  ['trial_ending', 'en', 'Your trial ends in 3 days', 'https://app.shop.example/network/billing'],
  ['trial_expired', 'fr', 'Votre essai est terminé', 'https://app.shop.example/network/billing'],
  ['space_idle', 'fr', 'Votre espace Retail Performer sera bientôt supprimé', 'https://app.shop.example'],
  ['space_idle', 'en', 'Your Retail Performer space will soon be removed', 'https://app.shop.example'],
  ['silent_sellers', 'fr', 'Des chiffres manquent depuis plusieurs jours', 'https://app.shop.example'],
  ['admin_alert', 'en', 'A task of Retail Performer was given up', 'https://app.shop.example'],
] as const)('calls %s in %s « %s » and leads to %s', (template, locale, subject, link) =>
  expect(renderMail(mail(template, locale), 'rpi_token', settings)).toMatchObject({ subject, links: [link] }),
);

it('names the inviter, the coach and the end in the time of the store', () => {
  const { text } = renderMail(mail('invitation_seller', 'fr'), 'rpi_token', settings);
  for (const word of ['Camille Roux', 'Maison Roux', 'Marie Blanc', 'samedi 18 avril 2026', '12:00', '7 jours']) {
    expect(text).toContain(word);
  }
  const alone = renderMail(mail('invitation_seller', 'fr', { manager_name: null }), 'rpi_token', settings);
  expect(alone.text).not.toContain('responsable :');
});

it('tells an owner what his trial leaves and what his team would cost', () => {
  const textOf = (template: MailTemplate, locale: Locale, variables: MailRow['variables'] = {}) =>
    renderMail(mail(template, locale, variables), null, settings).text.replaceAll(/\s/g, ' ');
  expect(textOf('trial_ending', 'fr')).toContain('4 postes vendeurs : 116,00 € HT par mois');
  expect(textOf('trial_ending', 'en', { monthly_total: null })).toContain('4 seller seats: on quote');
  expect(textOf('trial_ending', 'fr', { days_left: 1 })).toContain('Dernier jour d’essai');
  expect(textOf('trial_ending', 'fr', { will_be_charged: 1 })).toContain('Le premier prélèvement');
  expect(textOf('trial_ending', 'fr')).not.toContain('prélèvement');
  expect(textOf('trial_expired', 'en')).toContain('Nothing is lost');
});

it('names in one list the people and the tills that are silent', () => {
  const { text } = renderMail(mail('silent_sellers', 'fr'), null, settings);
  expect(text).toContain('Tom Petit (Lyon Bellecour) : 3 jours d’ouverture sans chiffres');
  expect(text).toContain('Nice Masséna : la caisse n’a rien envoyé depuis 2 jours d’ouverture');
  const english = renderMail(mail('silent_sellers', 'en'), null, settings).text;
  expect(english).toContain('Tom Petit (Lyon Bellecour): no figures for 3 open days');
  expect(english).toContain('Nice Masséna: the till has sent nothing for 2 open days');
});

it('lets no name become a tag, an attribute or a header line', () => {
  const nasty = constantFrom('<script>alert(1)</script>', '"><img src=x>', "' onload='x", 'a\r\nBcc: b', '&amp;');
  assert(
    property(nasty, constantFrom(...all), (name, [template, locale]) => {
      const row = mail(template, locale, { inviter_name: name, company_name: name, store_name: name, device: name });
      const { subject, html } = renderMail({ ...row, to_name: name }, 'rpi_token', settings);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toMatch(/<script|<img|onload='/);
      expect(html.match(/<a /g)).toHaveLength(2);
    }),
  );
});
