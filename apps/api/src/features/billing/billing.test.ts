import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { given, invite, later, paying, sub } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

const path = '/gerant/subscription/status';

const filled = {
  id: 'sub',
  seats: 6,
  price_per_seat: 25,
  total: 150,
  billing_interval: 'month',
  current_period_start: '2025-12-10T18:00:00.000Z',
  current_period_end: later,
  cancel_at_period_end: false,
  cancel_at: null,
  past_due_since: null,
  pending_seats: null,
  subscription_item_id: 'si_1',
  price_id: 'price_1',
};

describe.each(engines)('the state of a subscription, on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine, paying);
    await invite(api);
  });
  afterAll(async () => api.close());

  const report = async () => (await api.get('gerant-mode', path)).json;

  it('is a trial of fifteen seats while its end is ahead', async () => {
    await given(api, null, { trial_end: '2025-12-24T18:00:00.001Z' });
    expect(await report()).toEqual({
      has_subscription: true,
      status: 'trialing',
      read_only: false,
      block_code: null,
      warning: null,
      message: 'Période d’essai : encore 10 jours.',
      billing: 'on',
      plan: 'starter',
      current_plan: 'starter',
      currency: 'EUR',
      days_left: 10,
      trial_end: '2025-12-24T18:00:00.001Z',
      seats: 15,
      used_seats: 3,
      reserved_seats: 1,
      remaining_seats: 11,
      active_sellers_count: 3,
      can_invite: true,
      subscription: {
        ...Object.fromEntries(Object.keys(filled).map((key) => [key, null])),
        seats: 15,
        billing_interval: 'month',
        cancel_at_period_end: false,
      },
    });
  });

  it('is the bought one, with its price', async () => {
    await given(api, sub(), { had_subscription: true });
    expect(await report()).toMatchObject({
      status: 'active',
      has_subscription: true,
      read_only: false,
      plan: 'professional',
      seats: 6,
      remaining_seats: 2,
      days_left: null,
      trial_end: null,
      message: 'L’abonnement est actif.',
      subscription: filled,
    });
  });

  it('says until when a cancelled one lasts', async () => {
    await given(api, sub({ cancel_at: later }), { had_subscription: true });
    expect(await report()).toMatchObject({
      status: 'active',
      has_subscription: true,
      warning: 'CANCEL_SCHEDULED',
      message: 'L’abonnement est résilié : l’espace reste ouvert jusqu’au 10 janvier 2026.',
      subscription: { ...filled, cancel_at: later, cancel_at_period_end: true },
    });
  });

  it('bears a failing payment for sixty days', async () => {
    const since = '2025-10-16T18:00:00.001Z';
    await given(api, sub({ status: 'past_due', past_due_since: since }), { had_subscription: true });
    const failing = { status: 'past_due', has_subscription: true, warning: 'PAYMENT_FAILED', seats: 6 };
    const subscription = { ...filled, past_due_since: since };
    expect(await report()).toMatchObject({ ...failing, read_only: false, block_code: null, subscription });
    api.system.moveTo('2025-12-15T18:00:00.001Z');
    expect(await report()).toMatchObject({ ...failing, read_only: true, block_code: 'SUBSCRIPTION_INACTIVE' });
    api.system.moveTo('2025-12-15T18:00:00.000Z');
  });

  const ended = { had_subscription: true } as const;
  it.each([
    ['trial_expired', null, { trial_end: '2025-12-15T18:00:00.000Z' }, 'TRIAL_EXPIRED', 0],
    ['canceled', sub({ status: 'canceled', live_key: null }), ended, 'SUBSCRIPTION_INACTIVE', null],
    ['inactive', sub({ status: 'unpaid', live_key: null }), ended, 'SUBSCRIPTION_INACTIVE', null],
    ['inactive', sub({ status: 'paused', live_key: null }), ended, 'SUBSCRIPTION_INACTIVE', null],
    ['inactive', null, {}, 'SUBSCRIPTION_INACTIVE', null],
  ] as const)('is %s once nothing is paid', async (status, row, workspace, block_code, days_left) => {
    await given(api, row, workspace);
    expect(await report()).toMatchObject({
      status,
      has_subscription: false,
      read_only: true,
      block_code,
      warning: null,
      seats: 0,
      remaining_seats: 0,
      days_left,
      can_invite: false,
      subscription: null,
    });
  });

  it('is shown as stored when the platform has suspended the space', async () => {
    await given(api, sub(), { status: 'suspended' });
    const blocked = { status: 'suspended', has_subscription: false, seats: 0, read_only: true };
    expect(await report()).toMatchObject({ ...blocked, block_code: 'SUBSCRIPTION_INACTIVE', subscription: filled });
  });

  it('is free of charge in a demonstration', async () => {
    await given(api, null, { is_demo: true });
    expect(await report()).toMatchObject({
      status: 'demo',
      has_subscription: false,
      read_only: false,
      seats: 15,
      subscription: null,
    });
  });

  it('is told in the language of the caller, to owners alone', async () => {
    await given(api, null, { trial_end: '2025-12-16T18:00:00.000Z' });
    const english = await api.get('gerant-mode', path, { 'accept-language': 'en' });
    expect(english.json).toMatchObject({ message: 'Last day of the trial.', days_left: 1, warning: 'TRIAL_ENDING' });
    for (const who of ['admin', 'marie', 'lea']) expect(await api.get(who, path)).toMatchObject({ status: 403 });
  });
});

describe('where nobody pays', () => {
  it('seats are without limit, whatever an old trial or subscription says', async () => {
    const api = await testApp();
    await given(api, sub({ status: 'canceled' }), { trial_end: '2025-01-20T08:00:00.000Z', had_subscription: true });
    expect((await api.get('gerant-mode', path)).json).toMatchObject({
      status: 'billing_off',
      billing: 'off',
      has_subscription: false,
      read_only: false,
      seats: null,
      used_seats: 4,
      remaining_seats: null,
      can_invite: true,
      days_left: null,
      subscription: null,
    });
    await api.close();
  });
});

it('The price list is public, in euros, without a price for large teams', async () => {
  const api = await testApp();
  const { status, json } = await api.get(null, '/public/pricing', { 'accept-language': 'en' });
  expect(status).toBe(200);
  expect(json).toEqual({
    currency: 'EUR',
    trial_days: 14,
    trial_seats: 15,
    vat_note: 'Prices exclude VAT.',
    tiers: [
      { plan: 'starter', name: 'Small team', min_seats: 1, max_seats: 5, unit_month: 29, unit_year: 278.4 },
      { plan: 'professional', name: 'Medium team', min_seats: 6, max_seats: 15, unit_month: 25, unit_year: 240 },
      { plan: 'enterprise', name: 'Large team', min_seats: 16, max_seats: null, unit_month: null, unit_year: null },
    ],
  });
  await api.close();
});
