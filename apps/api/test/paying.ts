import type { SubscriptionRow } from '@retail-performer/domain/billing';
import { cents } from '@retail-performer/domain/kernel';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import { Subscriptions } from '../src/features/billing/subscription.repository.ts';
import { Users } from '../src/features/people/user.repository.ts';
import { Workspaces } from '../src/features/stores/workspace.repository.ts';
import type { TestApp } from './test-app.ts';
import { user } from './world.ts';

/** The settings of an installation where seats are paid for. */
export const paying = { STRIPE_API_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' };

/** The end of the period that is paid for. */
export const later = '2026-01-10T18:00:00.000Z';

/** Our copy of a subscription of the chain Mode. */
export const sub = (more: Partial<SubscriptionRow> = {}): SubscriptionRow => ({
  id: 'sub',
  workspace_id: 'mode',
  stripe_subscription_id: 'sub_1',
  stripe_customer_id: 'cus_1',
  stripe_item_id: 'si_1',
  stripe_price_id: 'price_1',
  livemode: false,
  status: 'active',
  live_key: 'mode',
  duplicate: false,
  seats: 6,
  billing_interval: 'month',
  unit_amount_cents: cents(2500),
  amount_cents: cents(15_000),
  current_period_start: '2025-12-10T18:00:00.000Z',
  current_period_end: later,
  trial_end: null,
  cancel_at: null,
  canceled_at: null,
  ended_at: null,
  past_due_since: null,
  pending_seats: null,
  source: 'checkout',
  synced_at: '2025-12-10T18:00:00.000Z',
  rev: 1,
  created_at: '2025-12-10T18:00:00.000Z',
  updated_at: '2025-12-10T18:00:00.000Z',
  ...more,
});

/** Makes this the state of the chain Mode, and nothing of what it was before. */
export async function given(
  api: TestApp,
  row: SubscriptionRow | null,
  workspace: Partial<WorkspaceRow> = {},
): Promise<void> {
  const fresh: Partial<WorkspaceRow> = { status: 'active', is_demo: false, trial_end: null, had_subscription: false };
  const set = { ...fresh, current_subscription_id: row?.id ?? null, ...workspace };
  await api.database.of(Workspaces).update({ id: 'mode' }, { set });
  await api.database.of(Subscriptions).remove({ workspace_id: 'mode' });
  if (row !== null) await api.database.of(Subscriptions).insert([row]);
}

/** Mode then has three active sellers, one suspended, one invited, and one whose invitation has lapsed. */
export async function invite(api: TestApp): Promise<void> {
  const invited = { workspace_id: 'mode', store_id: 'lyon', status: 'invited', email: null } as const;
  await api.records.users.insert(
    user('eva', 'seller', { ...invited, reserved_until: '2025-12-20T08:00:00.000Z' }),
    user('max', 'seller', { ...invited, reserved_until: '2025-12-15T18:00:00.000Z' }),
    user('mia', 'manager', { ...invited, reserved_until: '2025-12-20T08:00:00.000Z' }),
  );
  await api.database.of(Users).update({ id: 'zoe' }, { set: { status: 'suspended' } });
}
