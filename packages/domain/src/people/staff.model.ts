import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { Day, Id, Instant } from '../kernel/index.ts';
import { SuspensionReason, User, type UserRow, userView } from './user.model.ts';

/** A manager or seller as the owner sees him. */
export const Staff = User.extend({
  store_name: z.string().nullable(),
  manager_name: z.string().nullable(),
  last_entry_date: Day.nullable(),
  suspended_at: Instant.nullable(),
  suspended_reason: SuspensionReason.nullable(),
});
export type Staff = z.output<typeof Staff>;

/** The same with the stores he worked in. */
export const StaffDetail = Staff.extend({
  assignments: z.array(z.object({ store_id: Id, store_name: z.string(), from_date: Day, to_date: Day.nullable() })),
});
export type StaffDetail = z.output<typeof StaffDetail>;

/** What a command about a person answers: the person, and the seats right after. */
export const StaffChanged = z.object({ user: StaffDetail, entitlement: Entitlement });
export type StaffChanged = z.output<typeof StaffChanged>;

/** The same of a transfer, with the sellers whom a leaving manager no longer coaches. */
export const StaffTransferred = StaffChanged.extend({ released_sellers: z.int() });
export type StaffTransferred = z.output<typeof StaffTransferred>;

/** What is left to say of a person who was deleted. */
export const StaffDeleted = z.object({
  success: z.literal(true),
  user_id: Id,
  status: z.literal('deleted'),
  entitlement: Entitlement,
});
export type StaffDeleted = z.output<typeof StaffDeleted>;

/** What the owner sees beside the stored person. */
export type StaffContext = Pick<Staff, 'store_name' | 'manager_name' | 'last_entry_date'>;

/** The person as his owner sees him. */
export const staffView = (row: UserRow, context: StaffContext): Staff => ({
  ...userView(row),
  ...context,
  suspended_at: row.suspended_at,
  suspended_reason: row.suspended_reason,
});
