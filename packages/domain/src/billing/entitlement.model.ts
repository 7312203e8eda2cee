import { z } from 'zod';
import { Instant } from '../kernel/index.ts';

/** Why a space may only be read. */
export const BlockCode = z.enum(['TRIAL_EXPIRED', 'SUBSCRIPTION_INACTIVE']);
export type BlockCode = z.output<typeof BlockCode>;

export const Plan = z.enum(['starter', 'professional', 'enterprise']);
export type Plan = z.output<typeof Plan>;

export const EntitlementState = z.enum([
  'off',
  'demo',
  'trialing',
  'trial_expired',
  'active',
  'past_due',
  'canceled',
  'inactive',
  'suspended',
  'deleted',
]);
export type EntitlementState = z.output<typeof EntitlementState>;

export const EntitlementWarning = z.enum([
  'PAYMENT_FAILED',
  'BILLING_CONFLICT',
  'OVER_QUOTA',
  'CANCEL_SCHEDULED',
  'TRIAL_ENDING',
  'SEATS_NEARLY_FULL',
]);
export type EntitlementWarning = z.output<typeof EntitlementWarning>;

/** What a space may do at an instant: write or only read, how many seats, which one warning. */
export const Entitlement = z.object({
  state: EntitlementState,
  read_only: z.boolean(),
  block_code: BlockCode.nullable(),
  /** Null means unlimited. */
  seats: z.int().nullable(),
  used_seats: z.int(),
  reserved_seats: z.int(),
  remaining_seats: z.int().nullable(),
  plan: Plan.nullable(),
  trial_end: Instant.nullable(),
  days_left: z.int().nullable(),
  can_invite: z.boolean(),
  warning: EntitlementWarning.nullable(),
});
export type Entitlement = z.output<typeof Entitlement>;
