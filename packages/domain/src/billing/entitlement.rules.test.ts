import { describe, expect, it } from 'vitest';
import type { Entitlement } from './entitlement.model.ts';
import { entitlement, type EntitlementInput, staffEntitlement } from './entitlement.rules.ts';

const now = new Date('2026-03-10T12:00:00.000Z');

type Sub = NonNullable<EntitlementInput['sub']>;
type More = Omit<Partial<EntitlementInput>, 'workspace'> & Partial<EntitlementInput['workspace']>;

function given({ billing = 'on', sub = null, used = 0, reserved = 0, ...workspace }: More): EntitlementInput {
  return {
    billing,
    sub,
    used,
    reserved,
    workspace: {
      status: 'active',
      is_demo: false,
      trial_end: null,
      had_subscription: false,
      billing_conflict: false,
      ...workspace,
    },
  };
}

const sub = (status: Sub['status'], seats: number, more: Partial<Sub> = {}): Sub => ({
  status,
  seats,
  trial_end: null,
  cancel_at: null,
  past_due_since: null,
  ...more,
});
const trial = (day: string, time = '12:00:00.000') => ({ trial_end: `2026-${day}T${time}Z` });
const over = trial('03-01');
const had = { ...over, had_subscription: true };
const since = (instant: string) => ({ past_due_since: instant });
const inactive = 'SUBSCRIPTION_INACTIVE';

type Case = readonly [
  number: number,
  input: More,
  state: Entitlement['state'],
  code: Entitlement['block_code'],
  seats: number | null,
  remaining: number | null,
  days: number | null,
  warning: Entitlement['warning'],
];

const cases: readonly Case[] = [
  [1, { billing: 'off', ...over, used: 40 }, 'off', null, null, null, null, null],
  [2, { billing: 'off', sub: sub('canceled', 5), used: 3 }, 'off', null, null, null, null, null],
  [3, trial('03-24'), 'trialing', null, 15, 15, 14, null],
  [4, { ...trial('03-17', '12:00:00.001'), used: 2 }, 'trialing', null, 15, 13, 8, null],
  [5, { ...trial('03-17'), used: 2 }, 'trialing', null, 15, 13, 7, 'TRIAL_ENDING'],
  [6, trial('03-10', '12:00:00.001'), 'trialing', null, 15, 15, 1, 'TRIAL_ENDING'],
  [7, { ...trial('03-10'), used: 4 }, 'trial_expired', 'TRIAL_EXPIRED', 0, 0, 0, null],
  [8, { ...trial('03-24'), used: 14, reserved: 1 }, 'trialing', null, 15, 0, 14, 'SEATS_NEARLY_FULL'],
  [9, { ...trial('03-24'), used: 13 }, 'trialing', null, 15, 2, 14, null],
  [10, { sub: sub('trialing', 4, trial('03-20')), used: 3 }, 'trialing', null, 4, 1, 10, null],
  [11, { sub: sub('active', 6), ...trial('03-24'), used: 3, reserved: 1 }, 'active', null, 6, 2, null, null],
  [12, { sub: sub('active', 6), used: 5, reserved: 1 }, 'active', null, 6, 0, null, 'SEATS_NEARLY_FULL'],
  [13, { sub: sub('active', 5), used: 7 }, 'active', null, 5, 0, null, 'OVER_QUOTA'],
  [
    14,
    { sub: sub('active', 5, { cancel_at: '2026-03-31T00:00:00.000Z' }), used: 3 },
    'active',
    null,
    5,
    2,
    null,
    'CANCEL_SCHEDULED',
  ],
  [15, { sub: sub('active', 5, { cancel_at: now.toISOString() }), ...had }, 'canceled', inactive, 0, 0, null, null],
  [16, { sub: sub('active', 5), used: 3 }, 'active', null, 5, 2, null, null],
  [
    17,
    { sub: sub('past_due', 5, since('2026-03-01T12:00:00.000Z')), used: 5 },
    'past_due',
    null,
    5,
    0,
    null,
    'PAYMENT_FAILED',
  ],
  [
    18,
    { sub: sub('past_due', 5, since('2026-01-09T12:00:00.001Z')), used: 3 },
    'past_due',
    null,
    5,
    2,
    null,
    'PAYMENT_FAILED',
  ],
  [
    19,
    { sub: sub('past_due', 5, since('2026-01-09T12:00:00.000Z')), used: 3 },
    'past_due',
    inactive,
    5,
    2,
    null,
    'PAYMENT_FAILED',
  ],
  [20, { sub: sub('unpaid', 5), ...had }, 'inactive', inactive, 0, 0, null, null],
  [21, { sub: sub('paused', 5), ...had }, 'inactive', inactive, 0, 0, null, null],
  [22, { sub: sub('incomplete', 3), ...trial('03-24'), used: 2 }, 'trialing', null, 15, 13, 14, null],
  [23, { sub: sub('incomplete', 3), ...over, used: 2 }, 'trial_expired', 'TRIAL_EXPIRED', 0, 0, 0, null],
  [24, { sub: sub('canceled', 5), ...had }, 'canceled', inactive, 0, 0, null, null],
  [
    25,
    { sub: sub('canceled', 5), ...trial('03-12'), had_subscription: true, used: 2 },
    'trialing',
    null,
    15,
    13,
    2,
    'TRIAL_ENDING',
  ],
  [26, { status: 'suspended', sub: sub('active', 3) }, 'suspended', inactive, 0, 0, null, null],
  [27, { is_demo: true, used: 12 }, 'demo', null, 15, 3, null, null],
  [28, { sub: sub('active', 6), billing_conflict: true, used: 2 }, 'active', null, 6, 4, null, 'BILLING_CONFLICT'],
  [29, { sub: sub('active', 40), used: 31, reserved: 2 }, 'active', null, 40, 7, null, null],
  [30, {}, 'inactive', inactive, 0, 0, null, null],
];

describe('the right to write', () => {
  it.each(cases)('in case %i', (_, input, state, block_code, seats, remaining_seats, days_left, warning) => {
    const result = entitlement(given(input), now);
    expect(result).toMatchObject({ state, block_code, seats, remaining_seats, days_left, warning });
    expect(result.read_only).toBe(block_code !== null);
    expect(result.used_seats).toBe(input.used ?? 0);
    expect(result.reserved_seats).toBe(input.reserved ?? 0);
    const taken = (input.used ?? 0) + (input.reserved ?? 0);
    expect(result.can_invite).toBe(block_code === null && (seats === null || taken < seats));
  });

  it('does not depend on how many seats are taken', () => {
    for (const [, input, state, block_code] of cases)
      expect(entitlement(given({ ...input, used: 0, reserved: 0 }), now)).toMatchObject({ state, block_code });
  });

  it('ends with a deleted workspace, whatever was paid', () => {
    const result = entitlement(given({ status: 'deleted', is_demo: true, sub: sub('active', 5) }), now);
    expect(result).toMatchObject({ state: 'deleted', block_code: inactive, seats: 0, remaining_seats: 0 });
  });

  it('bears a failing payment for as many days as the installation says', () => {
    const input = given({ sub: sub('past_due', 5, since('2026-03-01T12:00:00.000Z')) });
    expect(entitlement({ ...input, past_due_max_days: 9 }, now).read_only).toBe(true);
    expect(entitlement({ ...input, past_due_max_days: 10 }, now).read_only).toBe(false);
  });

  it('names the plan of the seats bought, else of the sellers at work', () => {
    expect(entitlement(given({ sub: sub('active', 6), used: 2 }), now).plan).toBe('professional');
    expect(entitlement(given({ sub: sub('canceled', 40), ...over, used: 2 }), now).plan).toBe('starter');
    expect(entitlement(given({ ...trial('03-24') }), now).plan).toBe('starter');
    expect(entitlement(given({ billing: 'off', used: 40 }), now).plan).toBe('enterprise');
  });

  it('tells the end of the trial only while it is one, or has just ended as one', () => {
    expect(entitlement(given(trial('03-24')), now).trial_end).toBe('2026-03-24T12:00:00.000Z');
    expect(entitlement(given(over), now).trial_end).toBe('2026-03-01T12:00:00.000Z');
    expect(entitlement(given({ ...trial('03-24'), sub: sub('active', 5) }), now).trial_end).toBeNull();
    expect(entitlement(given({ ...trial('03-24'), billing: 'off' }), now).trial_end).toBeNull();
  });
});

it('staff only learn whether the space can be written to, and why not', () => {
  const whole = entitlement(given({ ...trial('03-10'), used: 4 }), now);
  expect(staffEntitlement(whole)).toEqual({
    state: 'trial_expired',
    read_only: true,
    block_code: 'TRIAL_EXPIRED',
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
});
