import type { WorkspaceRow } from '../stores/workspace.model.ts';
import type { Entitlement, EntitlementState, EntitlementWarning } from './entitlement.model.ts';
import { planOf } from './price.rules.ts';
import type { SubscriptionRow } from './subscription.model.ts';

/** Seats of a trial, and of a demonstration. */
export const trialSeats = 15;

const dayMs = 24 * 3_600_000;

/** What the right to write depends on; `sub` is the subscription that the workspace points to. */
export interface EntitlementInput {
  readonly billing: 'on' | 'off';
  readonly workspace: Pick<WorkspaceRow, 'status' | 'is_demo' | 'trial_end' | 'had_subscription' | 'billing_conflict'>;
  readonly sub: Pick<SubscriptionRow, 'status' | 'seats' | 'trial_end' | 'cancel_at' | 'past_due_since'> | null;
  /** Active sellers. */
  readonly used: number;
  /** Invited sellers whose invitation may still be accepted. */
  readonly reserved: number;
  /** Days that a failing payment is borne. */
  readonly past_due_max_days?: number;
}

/** Days left until an instant, the last started day counting one; none once it has passed. */
export const daysLeft = (end: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(end) - now.getTime()) / dayMs));

/** The subscription if it gives rights now: trialing, active or past due, and not past its cancellation. */
export function liveOf<S extends Pick<SubscriptionRow, 'status' | 'cancel_at'>>(sub: S | null, now: Date): S | null {
  if (sub === null || !['trialing', 'active', 'past_due'].includes(sub.status)) return null;
  return sub.cancel_at === null || now.getTime() < Date.parse(sub.cancel_at) ? sub : null;
}

/**
 * What a space may do now. A period that has ended without a cancellation never blocks: then our copy is late, not
 * the customer. State and block code do not depend on the counts of seats.
 */
export function entitlement(input: EntitlementInput, now: Date): Entitlement {
  const { used, reserved, sub } = input;
  const grant = grantOf(input, now);
  const { seats, block_code } = grant;
  const taken = used + reserved;
  return {
    state: grant.state,
    read_only: block_code !== null,
    block_code,
    seats,
    used_seats: used,
    reserved_seats: reserved,
    remaining_seats: seats === null ? null : Math.max(0, seats - taken),
    plan: planOf(liveOf(sub, now)?.seats ?? Math.max(1, used)),
    trial_end: grant.trial_end,
    days_left: grant.trial_end === null ? null : daysLeft(grant.trial_end, now),
    can_invite: block_code === null && (seats === null || taken < seats),
    warning: warningOf(input, grant, now),
  };
}

interface Grant {
  readonly state: EntitlementState;
  readonly block_code: Entitlement['block_code'];
  readonly seats: number | null;
  /** The end of the trial that the state speaks of. */
  readonly trial_end: string | null;
}

const blocked = (state: EntitlementState, seats = 0): Grant => ({
  state,
  block_code: 'SUBSCRIPTION_INACTIVE',
  seats,
  trial_end: null,
});

const open = (state: EntitlementState, seats: number | null, trial_end: string | null = null): Grant => ({
  state,
  block_code: null,
  seats,
  trial_end,
});

// The first case that holds decides.
function grantOf({ billing, workspace, sub, past_due_max_days = 60 }: EntitlementInput, now: Date): Grant {
  if (workspace.status !== 'active') return blocked(workspace.status);
  if (workspace.is_demo) return open('demo', trialSeats);
  if (billing === 'off') return open('off', null);
  const live = liveOf(sub, now);
  if (live !== null) {
    if (live.status === 'trialing') return open('trialing', live.seats, live.trial_end);
    if (live.status === 'active') return open('active', live.seats);
    const since = live.past_due_since;
    const borne = since === null || now.getTime() < Date.parse(since) + past_due_max_days * dayMs;
    return borne ? open('past_due', live.seats) : blocked('past_due', live.seats);
  }
  const { trial_end } = workspace;
  if (trial_end !== null && now.getTime() < Date.parse(trial_end)) return open('trialing', trialSeats, trial_end);
  if (sub?.status === 'unpaid' || sub?.status === 'paused') return blocked('inactive');
  if (workspace.had_subscription) return blocked('canceled');
  if (trial_end !== null) return { state: 'trial_expired', block_code: 'TRIAL_EXPIRED', seats: 0, trial_end };
  return blocked('inactive');
}

// One warning at a time; where a block code speaks, only a failing payment is still worth a word.
function warningOf(
  { workspace, sub, used, reserved }: EntitlementInput,
  { state, block_code, seats, trial_end }: Grant,
  now: Date,
): EntitlementWarning | null {
  if (state === 'past_due') return 'PAYMENT_FAILED';
  if (block_code !== null) return null;
  if (workspace.billing_conflict) return 'BILLING_CONFLICT';
  const taken = used + reserved;
  if (seats !== null && taken > seats) return 'OVER_QUOTA';
  if ((liveOf(sub, now)?.cancel_at ?? null) !== null) return 'CANCEL_SCHEDULED';
  if (state === 'trialing' && trial_end !== null && daysLeft(trial_end, now) <= 7) return 'TRIAL_ENDING';
  if (seats !== null && taken * 10 >= seats * 9) return 'SEATS_NEARLY_FULL';
  return null;
}

/** What staff may know of it: whether the space can be written to, and why not. */
export const staffEntitlement = ({ state, read_only, block_code }: Entitlement): Entitlement => ({
  state,
  read_only,
  block_code,
  seats: null,
  used_seats: 0,
  reserved_seats: 0,
  remaining_seats: null,
  plan: null,
  trial_end: null,
  days_left: null,
  can_invite: false,
  warning: null,
});
