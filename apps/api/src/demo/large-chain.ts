import { lowered } from '@retail-performer/domain/kernel';
import type { StoreAssignmentRow, UserRow } from '@retail-performer/domain/people';
import { StoreInput, type StoreRow, type WorkspaceRow } from '@retail-performer/domain/stores';
import type { System } from '../core/system.ts';
import { newUser } from '../features/people/new-user.rules.ts';
import { newWorkspace } from '../features/stores/new-workspace.rules.ts';
import { largeProfile } from './large-profiles.ts';
import type { StoreProfile } from './profiles.model.ts';

/** How large a chain is. */
export interface ChainSize {
  readonly stores: number;
  readonly sellers: number;
}

/** One store with its people, as documents. */
export interface LargeStore {
  readonly store: StoreRow;
  readonly people: readonly UserRow[];
  readonly assignments: readonly StoreAssignmentRow[];
  readonly profile: StoreProfile;
}

/** A chain as documents: the administrator and the owner, its workspace and its stores. */
export interface LargeChain {
  readonly workspace: WorkspaceRow;
  readonly admin: UserRow;
  readonly owner: UserRow;
  readonly stores: readonly LargeStore[];
}

interface Birth {
  readonly system: System;
  /** The one password of everybody. */
  readonly password_hash: string;
  /** When everyone began to work. */
  readonly from: string;
}

const padded = (place: number, digits: number): string => String(place + 1).padStart(digits, '0');

/** Makes up a chain: `owner@large-chain.example`, `manager-001@…`, `seller-001-01@…`, all with one password. */
export function largeChain({ stores, sellers }: ChainSize, birth: Birth): LargeChain {
  const { system, password_hash } = birth;
  const at = system.now().toISOString();
  const begun = { status: 'active', locale: 'fr', origin: 'demo', created_at: at, password_hash } as const;
  const gerant_id = system.newId();
  const trial = { trial_start: null, trial_end: null };
  const start = { id: system.newId(), name: 'Grande chaîne', gerant_id, locale: 'fr', trial } as const;
  const workspace = newWorkspace({ ...start, now: system.now() });
  const person = (id: string, role: UserRow['role'], key: string, more: Partial<UserRow>): UserRow =>
    newUser({ ...begun, ...more, id, role, name: key, email: `${key}@large-chain.example` });
  const storeAt = (place: number): LargeStore => {
    const number = padded(place, 3);
    const profile = largeProfile(place, sellers);
    const manager_id = system.newId();
    const store = newStore(workspace, { id: system.newId(), name: `Magasin ${number}`, manager_id, at });
    const tie = { workspace_id: workspace.id, gerant_id, store_id: store.id, store_ids: [store.id] };
    const people = [
      person(manager_id, 'manager', `manager-${number}`, tie),
      ...profile.sellers.map((_, each) =>
        person(system.newId(), 'seller', `seller-${number}-${padded(each, 2)}`, { ...tie, manager_id }),
      ),
    ];
    return { store, people, profile, assignments: people.map((each) => assignmentOf(each, store, birth)) };
  };
  return {
    workspace,
    admin: person(system.newId(), 'super_admin', 'admin', {}),
    owner: person(gerant_id, 'gerant', 'owner', { workspace_id: workspace.id }),
    stores: Array.from({ length: stores }, (_, place) => storeAt(place)),
  };
}

/** An open store as a document; settings beside its name are the usual ones. */
export function newStore(
  workspace: WorkspaceRow,
  {
    id,
    name,
    manager_id,
    at,
  }: { readonly id: string; readonly name: string; readonly manager_id: string; readonly at: string },
): StoreRow {
  const { timezone = workspace.timezone, ...input } = StoreInput.parse({ name, manager_id });
  return {
    ...input,
    id,
    timezone,
    workspace_id: workspace.id,
    gerant_id: workspace.gerant_id,
    name_lc: lowered(name),
    status: 'open',
    banner: null,
    external_key: null,
    suspended_at: null,
    closed_at: null,
    pauses: [],
    rev: 1,
    created_at: at,
    updated_at: at,
  };
}

/** The tie of someone to a store, open since `from`. */
export const assignmentOf = (
  user: UserRow,
  store: StoreRow,
  { system, from }: Pick<Birth, 'system' | 'from'>,
): StoreAssignmentRow => ({
  id: system.newId(),
  workspace_id: store.workspace_id,
  user_id: user.id,
  store_id: store.id,
  role: user.role,
  from_date: from,
  to_date: null,
  open_key: `${user.id}:${store.id}`,
  ended_by: null,
  created_at: user.created_at,
  updated_at: user.created_at,
});
