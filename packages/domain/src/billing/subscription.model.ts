import { z } from 'zod';
import { Cents, euros, Id, Instant } from '../kernel/index.ts';
import { BlockCode, EntitlementState, EntitlementWarning, Plan } from './entitlement.model.ts';

export const SubscriptionStatus = z.enum([
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'canceled',
]);

const Interval = z.enum(['month', 'year']);

/** Our copy of a subscription at the payment provider, whose words and figures it repeats. */
export const SubscriptionRow = z.object({
  id: Id,
  workspace_id: Id,
  stripe_subscription_id: z.string(),
  stripe_customer_id: z.string(),
  stripe_item_id: z.string(),
  stripe_price_id: z.string(),
  livemode: z.boolean(),
  status: SubscriptionStatus,
  /** The workspace while this is its live subscription. */
  live_key: Id.nullable(),
  duplicate: z.boolean(),
  seats: z.int(),
  billing_interval: Interval,
  unit_amount_cents: Cents,
  amount_cents: Cents,
  current_period_start: Instant,
  current_period_end: Instant,
  trial_end: Instant.nullable(),
  cancel_at: Instant.nullable(),
  canceled_at: Instant.nullable(),
  ended_at: Instant.nullable(),
  past_due_since: Instant.nullable(),
  pending_seats: z.int().nullable(),
  source: z.enum(['checkout', 'manual']),
  synced_at: Instant,
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type SubscriptionRow = z.output<typeof SubscriptionRow>;

/** What is bought, or granted by the trial; amounts without VAT. */
export const SubscriptionView = z.object({
  id: Id.nullable(),
  seats: z.int(),
  price_per_seat: euros().nullable(),
  total: euros().nullable(),
  billing_interval: Interval,
  current_period_start: Instant.nullable(),
  current_period_end: Instant.nullable(),
  cancel_at_period_end: z.boolean(),
  cancel_at: Instant.nullable(),
  past_due_since: Instant.nullable(),
  pending_seats: z.int().nullable(),
  subscription_item_id: z.string().nullable(),
  price_id: z.string().nullable(),
});
export type SubscriptionView = z.output<typeof SubscriptionView>;

/** Where the owner's space stands: one shape for every case, null where it does not apply. */
export const SubscriptionReport = z.object({
  has_subscription: z.boolean(),
  status: z.enum([...EntitlementState.exclude(['off', 'deleted']).options, 'billing_off']),
  read_only: z.boolean(),
  block_code: BlockCode.nullable(),
  warning: EntitlementWarning.nullable(),
  message: z.string(),
  billing: z.enum(['on', 'off']),
  plan: Plan,
  current_plan: Plan,
  currency: z.literal('EUR'),
  days_left: z.int().nullable(),
  trial_end: Instant.nullable(),
  seats: z.int().nullable(),
  used_seats: z.int(),
  reserved_seats: z.int(),
  remaining_seats: z.int().nullable(),
  active_sellers_count: z.int(),
  can_invite: z.boolean(),
  subscription: SubscriptionView.nullable(),
});
export type SubscriptionReport = z.output<typeof SubscriptionReport>;
