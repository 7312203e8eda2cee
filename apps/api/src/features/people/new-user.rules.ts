import { lowered, type Locale, type Role } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';

/** What is known of a new person; everything else is still empty. */
export interface UserStart extends Partial<UserRow> {
  readonly id: string;
  readonly role: Role;
  readonly status: UserRow['status'];
  readonly name: string;
  readonly locale: Locale;
  readonly origin: UserRow['origin'];
  readonly created_at: string;
}

/** A person as he begins. */
export const newUser = (start: UserStart): UserRow => ({
  workspace_id: null,
  name_lc: lowered(start.name),
  phone: null,
  email: null,
  invited_email: null,
  email_verified_at: null,
  password_hash: null,
  password_changed_at: null,
  gerant_id: null,
  store_id: null,
  store_ids: [],
  manager_id: null,
  external_id: null,
  external_key: null,
  reserved_until: null,
  suspended_at: null,
  suspended_by: null,
  suspended_reason: null,
  deleted_at: null,
  deleted_by: null,
  created_by: null,
  last_login_at: null,
  last_seen_at: null,
  terms_version: null,
  terms_accepted_at: null,
  is_demo: false,
  rev: 1,
  updated_at: start.created_at,
  ...start,
});
