import { cents, type Locale } from '../kernel/index.ts';
import type { Entitlement } from './entitlement.model.ts';
import { liveOf } from './entitlement.rules.ts';
import { reportMessage } from './report.texts.ts';
import type { SubscriptionReport, SubscriptionRow, SubscriptionView } from './subscription.model.ts';

/** What the report of a space is made from; `sub` is our stored copy, the provider is not asked. */
export interface ReportInput {
  readonly billing: 'on' | 'off';
  readonly entitlement: Entitlement;
  readonly sub: SubscriptionRow | null;
  readonly locale: Locale;
  /** Where the owner reads dates. */
  readonly timezone: string;
  readonly now: Date;
}

/** Where a space stands, in one shape for every case. A deleted space has no owner to tell. */
export function reportOf({ billing, entitlement, sub, locale, timezone, now }: ReportInput): SubscriptionReport {
  const { state, plan, used_seats, ...rest } = entitlement;
  if (state === 'deleted' || plan === null) throw new Error('Only the owner of a living space has a report');
  const live = liveOf(sub, now);
  return {
    has_subscription: state === 'trialing' || state === 'active' || state === 'past_due',
    status: state === 'off' ? 'billing_off' : state,
    ...rest,
    message: reportMessage({ ...entitlement, cancel_at: live?.cancel_at ?? null }, locale, timezone),
    billing,
    plan,
    current_plan: plan,
    currency: 'EUR',
    used_seats,
    active_sellers_count: used_seats,
    subscription: subscriptionOf(entitlement, state === 'suspended' ? sub : live),
  };
}

// A trial of ours is shown as a subscription without price.
function subscriptionOf({ state, seats }: Entitlement, sub: SubscriptionRow | null): SubscriptionView | null {
  if (state === 'off' || state === 'demo') return null;
  if (sub !== null) return subscriptionView(sub);
  return state === 'trialing' && seats !== null ? trialView(seats) : null;
}

const trialView = (seats: number): SubscriptionView => ({
  id: null,
  seats,
  price_per_seat: null,
  total: null,
  billing_interval: 'month',
  current_period_start: null,
  current_period_end: null,
  cancel_at_period_end: false,
  cancel_at: null,
  past_due_since: null,
  pending_seats: null,
  subscription_item_id: null,
  price_id: null,
});

const subscriptionView = (sub: SubscriptionRow): SubscriptionView => ({
  id: sub.id,
  seats: sub.seats,
  price_per_seat: cents(sub.unit_amount_cents),
  total: cents(sub.amount_cents),
  billing_interval: sub.billing_interval,
  current_period_start: sub.current_period_start,
  current_period_end: sub.current_period_end,
  cancel_at_period_end: sub.cancel_at !== null && sub.cancel_at <= sub.current_period_end,
  cancel_at: sub.cancel_at,
  past_due_since: sub.past_due_since,
  pending_seats: sub.pending_seats,
  subscription_item_id: sub.stripe_item_id,
  price_id: sub.stripe_price_id,
});
