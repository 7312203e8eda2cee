import { demoEnd } from '@retail-performer/domain/demo';
import type { Day, Locale } from '@retail-performer/domain/kernel';
import type { StoreAssignmentRow, UserRow } from '@retail-performer/domain/people';
import {
  firstSettings,
  type StoreRow,
  type StoreSettingsRow,
  type WorkspaceRow,
} from '@retail-performer/domain/stores';
import type { System } from '../../core/system.ts';
import { company, type DemoStore, owner, stores as chain } from '../../demo/chain.ts';
import { assignmentOf, newStore } from '../../demo/large-chain.ts';
import { newUser } from '../people/new-user.rules.ts';
import { newWorkspace } from '../stores/new-workspace.rules.ts';

/** One store of a sandbox with its people, as documents; the sellers stand in the order of their profiles. */
export interface SandboxStore {
  readonly demo: DemoStore;
  readonly store: StoreRow;
  readonly settings: StoreSettingsRow;
  readonly manager: UserRow;
  readonly sellers: readonly UserRow[];
  readonly assignments: readonly StoreAssignmentRow[];
}

/** A chain of one's own, as documents: nobody in it has a password or an address. */
export interface SandboxChain {
  readonly workspace: WorkspaceRow;
  readonly owner: UserRow;
  readonly stores: readonly SandboxStore[];
}

interface Birth {
  readonly system: System;
  readonly now: Date;
  /** The first day of its past. */
  readonly from: Day;
  readonly locale: Locale;
}

// Three stores that one can tell apart from afar.
const banners = [0, 5, 1] as const;

/** Makes up the chain of the demonstration, everything in it new. */
export function sandboxChain(birth: Birth): SandboxChain {
  const { system, now, from, locale } = birth;
  const gerant_id = system.newId();
  const trial = { trial_start: null, trial_end: null };
  const bare = newWorkspace({ id: system.newId(), name: company, gerant_id, locale, trial, now });
  const workspace = { ...bare, is_demo: true, demo_expires_at: demoEnd(now) };
  const person = (id: string, role: UserRow['role'], name: string, more: Partial<UserRow> = {}): UserRow => {
    const start = { id, role, name, locale, workspace_id: workspace.id, created_at: `${from}T07:00:00.000Z` };
    return newUser({ ...start, ...more, status: 'active', origin: 'demo', is_demo: true });
  };

  const storeAt = (demo: DemoStore, place: number): SandboxStore => {
    const [store_id, manager_id] = [system.newId(), system.newId()];
    // One after the other, so that the first one is known.
    const at = `${from}T0${place}:30:00.000Z`;
    const { name, location, address } = demo;
    const plain = newStore(workspace, { id: store_id, name, manager_id, at });
    const store = { ...plain, location, address, banner: banners[place] ?? null };
    const tie = { gerant_id, store_id, store_ids: [store_id] };
    const manager = person(manager_id, 'manager', demo.manager.name, tie);
    const sellers = demo.sellers.map((each) => person(system.newId(), 'seller', each.name, { ...tie, manager_id }));
    const assignments = [manager, ...sellers].map((each) => assignmentOf(each, store, { system, from }));
    return { demo, store, settings: firstSettings(store), manager, sellers, assignments };
  };
  return { workspace, owner: person(gerant_id, 'gerant', owner.name), stores: chain.map(storeAt) };
}
