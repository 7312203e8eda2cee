import { type Day, notFound } from '@retail-performer/domain/kernel';
import { mayCoachIn, type UserRow } from '@retail-performer/domain/people';
import type { Scope } from '../../core/scope.ts';
import type { StaffRecords } from './staff.records.ts';

/** Someone's time in some stores, or in all of them, and the last day of it. */
export interface Leave {
  readonly scope: Scope;
  readonly user_id: string;
  /** Null for wherever he works. */
  readonly store_ids: readonly string[] | null;
  readonly last: Day;
  readonly ended_by: string;
  readonly now: string;
}

/** Ends someone's assignments with a day; those that would have begun later are taken back. */
export async function endPlacements(at: Pick<StaffRecords, 'assignments' | 'placements'>, leave: Leave): Promise<void> {
  const { scope, user_id, store_ids, last, ended_by, now } = leave;
  for (const { id, store_id, from_date, to_date } of await at.assignments.findOfUser(scope, user_id)) {
    if (store_ids !== null && !store_ids.includes(store_id)) continue;
    if (to_date !== null && to_date <= last) continue;
    if (from_date > last) await at.placements.remove(scope, id);
    else await at.placements.end(scope, id, { to_date: last, ended_by, updated_at: now });
  }
}

/** Makes sure that a coach may be named for sellers of a store; 404 when not. */
export async function requireCoach(
  at: Pick<StaffRecords, 'users'>,
  scope: Scope,
  { manager_id, store_id }: { readonly manager_id: UserRow['manager_id']; readonly store_id: string },
): Promise<void> {
  const coach = manager_id === null ? null : await at.users.find(scope, manager_id);
  if (manager_id !== null && (coach === null || !mayCoachIn(coach, store_id))) throw notFound('user');
}
