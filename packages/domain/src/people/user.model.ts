import { z } from 'zod';
import { Id, Instant, Locale, Role } from '../kernel/index.ts';

/** The life of an account: invited without password, active, suspended, deleted for good. */
export const UserStatus = z.enum(['invited', 'active', 'suspended', 'deleted']);
export type UserStatus = z.output<typeof UserStatus>;

/** Why someone is suspended: a code, never free text. */
export const SuspensionReason = z.enum(['by_owner', 'store_closed', 'by_api', 'by_admin']);

/** One person, as stored. `email` is the login name: null while invited and once deleted. */
export const UserRow = z.object({
  id: Id,
  workspace_id: Id.nullable(),
  role: Role,
  status: UserStatus,
  name: z.string(),
  name_lc: z.string(),
  phone: z.string().nullable(),
  locale: Locale,
  email: z.string().nullable(),
  invited_email: z.string().nullable(),
  email_verified_at: Instant.nullable(),
  /** Argon2id, or bcrypt of an imported account until its next sign-in. */
  password_hash: z.string().nullable(),
  password_changed_at: Instant.nullable(),
  gerant_id: Id.nullable(),
  /** The primary store, and all stores of the open assignments with the primary one first. */
  store_id: Id.nullable(),
  store_ids: z.array(Id),
  /** A seller's coach; gives no right. */
  manager_id: Id.nullable(),
  external_id: z.string().nullable(),
  external_key: z.string().nullable(),
  origin: z.enum(['self', 'invitation', 'api', 'import', 'bootstrap', 'demo']),
  /** Until when an invited seller holds a seat. */
  reserved_until: Instant.nullable(),
  suspended_at: Instant.nullable(),
  suspended_by: Id.nullable(),
  suspended_reason: SuspensionReason.nullable(),
  deleted_at: Instant.nullable(),
  deleted_by: Id.nullable(),
  created_by: Id.nullable(),
  last_login_at: Instant.nullable(),
  last_seen_at: Instant.nullable(),
  terms_version: z.string().nullable(),
  terms_accepted_at: Instant.nullable(),
  is_demo: z.boolean(),
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type UserRow = z.output<typeof UserRow>;

/** A person as others see him; never a hash, a token or a lock. Deleted people are shown nowhere. */
export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  status: z.enum(['invited', 'active', 'suspended']),
  phone: z.string().nullable(),
  locale: Locale,
  workspace_id: Id.nullable(),
  gerant_id: Id.nullable(),
  store_id: Id.nullable(),
  store_ids: z.array(Id),
  manager_id: Id.nullable(),
  external_id: z.string().nullable(),
  rev: z.int(),
  created_at: Instant,
  last_login_at: Instant.nullable(),
});
export type User = z.output<typeof User>;

/** The person as shown: the invited address stands for the login name until the invitation is accepted. */
export function userView(row: UserRow): User {
  if (row.status === 'deleted') throw new Error('A deleted person is never shown');
  return {
    id: row.id,
    name: row.name,
    email: row.status === 'invited' ? row.invited_email : row.email,
    role: row.role,
    status: row.status,
    phone: row.phone,
    locale: row.locale,
    workspace_id: row.workspace_id,
    gerant_id: row.gerant_id,
    store_id: row.store_id,
    store_ids: row.store_ids,
    manager_id: row.manager_id,
    external_id: row.external_id,
    rev: row.rev,
    created_at: row.created_at,
    last_login_at: row.last_login_at,
  };
}

/** Who worked where and when; past figures stay with the store of their day. */
export const StoreAssignmentRow = z.object({
  id: Id,
  workspace_id: Id,
  user_id: Id,
  store_id: Id,
  role: Role,
  from_date: z.string(),
  /** Inclusive; null while it lasts. */
  to_date: z.string().nullable(),
  /** `user_id:store_id` while it lasts. */
  open_key: z.string().nullable(),
  ended_by: Id.nullable(),
  created_at: Instant,
  updated_at: Instant,
});
export type StoreAssignmentRow = z.output<typeof StoreAssignmentRow>;
