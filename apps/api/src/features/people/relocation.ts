import { addDays, businessDay, type Day } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import { leaveStore } from './leaving.ts';
import { endPlacements } from './placement.ts';
import type { StaffRecords } from './staff.records.ts';

interface Move {
  readonly gerant: ActorOf<'gerant'>;
  readonly person: UserRow;
  readonly target: StoreRow;
  readonly system: System;
}

/** Where someone works from when on, and the sellers who thereby lost their coach. */
export interface Moved {
  readonly places: Pick<UserRow, 'store_id' | 'store_ids'>;
  readonly from_date: Day;
  readonly released_sellers: number;
}

/**
 * Moves someone from his primary store to another: from today, or from tomorrow where he has figures of today. Nothing
 * that was entered moves, days to come included. The caller writes the places into the person's row.
 */
export async function relocate(at: StaffRecords, { gerant, person, target, system }: Move): Promise<Moved> {
  const scope = scopeOf(gerant);
  const now = system.now();
  const instant = now.toISOString();
  const from_date = await firstDay(at, { gerant, person, target, system });
  const left = person.store_id;
  // A seller works in one store at a time; a manager keeps the others that he has.
  const store_ids = person.role === 'seller' ? null : [target.id, ...(left === null ? [] : [left])];
  const last = addDays(from_date, -1);
  await endPlacements(at, { scope, user_id: person.id, store_ids, last, ended_by: gerant.user_id, now: instant });
  await at.assignments.insert({
    id: system.newId(),
    workspace_id: target.workspace_id,
    user_id: person.id,
    store_id: target.id,
    role: person.role,
    from_date,
    to_date: null,
    open_key: `${person.id}:${target.id}`,
    ended_by: null,
    created_at: instant,
    updated_at: instant,
  });
  const leaves = person.role === 'manager' && left !== null;
  const released_sellers = leaves
    ? await leaveStore(at, { scope, manager_id: person.id, store_id: left, now: instant })
    : 0;
  const kept = person.role === 'seller' ? [] : person.store_ids.filter((id) => id !== left && id !== target.id);
  return { places: { store_id: target.id, store_ids: [target.id, ...kept] }, from_date, released_sellers };
}

async function firstDay(at: StaffRecords, { gerant, person, target, system }: Move): Promise<Day> {
  const today = businessDay(system.now(), target);
  if (person.role !== 'seller') return today;
  const isEntered = (await at.entries.findOne(scopeOf(gerant), person.id, today)) !== null;
  return isEntered ? addDays(today, 1) : today;
}
