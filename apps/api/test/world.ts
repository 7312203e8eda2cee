import type { UserRow } from '@retail-performer/domain/people';
import type { StoreRow, WorkspaceRow } from '@retail-performer/domain/stores';
import type { Records } from '../src/records.ts';

const then = '2025-01-06T08:00:00.000Z';

/** A workspace of the tests. */
export const workspace = (id: string, more: Partial<WorkspaceRow> = {}): WorkspaceRow => ({
  id,
  name: id,
  name_lc: id,
  gerant_id: `gerant-${id}`,
  status: 'active',
  trial_start: null,
  trial_end: null,
  current_subscription_id: null,
  had_subscription: false,
  billing_conflict: false,
  seat_rev: 0,
  timezone: 'Europe/Paris',
  locale: 'fr',
  currency: 'EUR',
  settings: { ranking_enabled: false },
  is_demo: false,
  demo_expires_at: null,
  deleted_at: null,
  rev: 1,
  created_at: then,
  updated_at: then,
  ...more,
});

/** A store of the tests. */
export const store = (id: string, workspace_id: string, more: Partial<StoreRow> = {}): StoreRow => ({
  id,
  workspace_id,
  gerant_id: `gerant-${workspace_id}`,
  name: id,
  name_lc: id,
  location: '',
  address: null,
  phone: null,
  email: null,
  opening_hours: null,
  description: null,
  manager_id: null,
  status: 'open',
  timezone: 'Europe/Paris',
  cutoff_hour: 4,
  opened_on: null,
  banner: null,
  external_id: null,
  external_key: null,
  suspended_at: null,
  closed_at: null,
  pauses: [],
  rev: 1,
  created_at: then,
  updated_at: then,
  ...more,
});

/** A person of the tests; staff are tied to their store. */
export const user = (id: string, role: UserRow['role'], more: Partial<UserRow> = {}): UserRow => ({
  id,
  workspace_id: null,
  role,
  status: 'active',
  name: id,
  name_lc: id,
  phone: null,
  locale: 'fr',
  email: `${id}@shop.example`,
  invited_email: null,
  email_verified_at: null,
  password_hash: null,
  password_changed_at: null,
  gerant_id: more.workspace_id && role !== 'gerant' ? `gerant-${more.workspace_id}` : null,
  store_id: null,
  store_ids: more.store_id ? [more.store_id] : [],
  manager_id: null,
  external_id: null,
  external_key: null,
  origin: 'self',
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
  created_at: then,
  updated_at: then,
  ...more,
});

const mode = { workspace_id: 'mode' };
const sport = { workspace_id: 'sport' };

/** Two chains: Mode with stores in Lyon, Paris and on Réunion, Sport with one in Nice; and one administrator. */
export const everybody: readonly UserRow[] = [
  user('admin', 'super_admin'),
  user('gerant-mode', 'gerant', mode),
  user('marie', 'manager', { ...mode, store_id: 'lyon' }),
  user('paul', 'manager', { ...mode, store_id: 'paris' }),
  user('lea', 'seller', { ...mode, store_id: 'lyon', manager_id: 'marie' }),
  user('tom', 'seller', { ...mode, store_id: 'lyon', manager_id: 'marie' }),
  user('ines', 'seller', { ...mode, store_id: 'paris' }),
  user('zoe', 'seller', { ...mode, store_id: 'reunion' }),
  user('gerant-sport', 'gerant', sport),
  user('nora', 'manager', { ...sport, store_id: 'nice' }),
  user('sam', 'seller', { ...sport, store_id: 'nice' }),
];

const stores = [
  store('lyon', 'mode'),
  store('paris', 'mode'),
  store('reunion', 'mode', { timezone: 'Indian/Reunion' }),
  store('nice', 'sport'),
];

/** Writes the two chains; the people work where they do since 6 January 2025. */
export async function settle(records: Records): Promise<void> {
  for (const row of [workspace('mode'), workspace('sport')]) await records.workspaces.insert(row);
  await settleIn(records, stores, everybody);
}

/** Writes stores and people into workspaces that are there. */
export async function settleIn(
  records: Records,
  places: readonly StoreRow[],
  people: readonly UserRow[],
): Promise<void> {
  for (const row of places) {
    await records.stores.insert(row, {
      id: `settings:${row.id}`,
      workspace_id: row.workspace_id,
      store_id: row.id,
      opening_days: [1, 2, 3, 4, 5, 6],
      auto_validate: true,
      calendar_rev: 0,
      updated_by: null,
      rev: 1,
      created_at: then,
      updated_at: then,
    });
    await records.kpiConfigs.writeDefaults(row);
  }
  await records.users.insert(...people);
  const staff = people.flatMap(({ id, role, store_id, workspace_id }) =>
    store_id === null || workspace_id === null
      ? []
      : [
          {
            id: `assignment:${id}`,
            workspace_id,
            user_id: id,
            store_id,
            role,
            from_date: '2025-01-06',
            to_date: null,
            open_key: `${id}:${store_id}`,
            ended_by: null,
            created_at: then,
            updated_at: then,
          },
        ],
  );
  await records.assignments.insert(...staff);
}
