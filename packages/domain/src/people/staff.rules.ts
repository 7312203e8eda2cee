import type { UserRow, UserStatus } from './user.model.ts';

/** What an owner may do with the account of a manager or seller. */
export type StaffDeed = 'suspend' | 'reactivate';

/** What each deed leads to, and from where alone. */
const deeds = {
  suspend: { from: 'active', to: 'suspended' },
  reactivate: { from: 'suspended', to: 'active' },
} as const satisfies Record<StaffDeed, { readonly from: UserStatus; readonly to: UserStatus }>;

/** What a deed leads to. */
export const staffGoal = (deed: StaffDeed): UserStatus => deeds[deed].to;

/** Tells whether someone in that state can be suspended or reactivated. */
export const staffMay = (deed: StaffDeed, status: UserStatus): boolean => deeds[deed].from === status;

/** Tells whether a person is a manager or seller who was not deleted: whom owners see and command. */
export const isStaff = ({ role, status }: Pick<UserRow, 'role' | 'status'>): boolean =>
  (role === 'manager' || role === 'seller') && status !== 'deleted';

/** Tells whether a person may be named as the coach of a store's sellers: a manager of that store, invited or not. */
export const mayCoachIn = (person: Pick<UserRow, 'role' | 'status' | 'store_ids'>, store_id: string): boolean =>
  person.role === 'manager' && person.status !== 'deleted' && person.store_ids.includes(store_id);

/** What stays of a deleted person: the name beside past figures, and no way to reach him or to sign in. */
export const leftOf = (
  deleted_by: string,
  now: string,
): Pick<UserRow, 'status' | 'email' | 'phone' | 'password_hash' | 'external_id' | 'external_key'> &
  Partial<UserRow> => ({
  status: 'deleted',
  email: null,
  invited_email: null,
  email_verified_at: null,
  phone: null,
  password_hash: null,
  external_id: null,
  external_key: null,
  store_id: null,
  store_ids: [],
  manager_id: null,
  reserved_until: null,
  suspended_at: null,
  suspended_by: null,
  suspended_reason: null,
  deleted_at: now,
  deleted_by,
  updated_at: now,
});
