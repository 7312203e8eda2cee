import type { UserRow } from '@retail-performer/domain/people';
import type { Scope } from '../../core/scope.ts';
import type { StaffRecords } from './staff.records.ts';

type Records = Pick<StaffRecords, 'assignments' | 'users' | 'staff' | 'stores' | 'storeLives'>;

/**
 * Lets a manager go from one store: his sellers there get the only other active manager, or none, and the store gets
 * another manager in his place. Resolves to how many sellers he coached.
 */
export async function leaveStore(
  at: Records,
  { scope, manager_id, store_id, now }: { scope: Scope; manager_id: string; store_id: string; now: string },
): Promise<number> {
  const others = (await activeManagers(at, scope, store_id)).filter(({ id }) => id !== manager_id);
  const heir = others.length === 1 ? (others[0]?.id ?? null) : null;
  const released = await at.staff.handOver(scope, { store_id, from: manager_id, to: heir, now });
  const store = await at.stores.find(scope, store_id);
  if (store?.manager_id === manager_id) {
    await at.storeLives.update(scope, store_id, { manager_id: others[0]?.id ?? null, updated_at: now });
  }
  return released;
}

/** The active managers of a store, the longest there first. */
async function activeManagers(at: Records, scope: Scope, store_id: string): Promise<readonly UserRow[]> {
  const ties = (await at.assignments.findOpenOfStore(scope, store_id)).filter(({ role }) => role === 'manager');
  const ids = ties.map(({ user_id }) => user_id);
  const people = await at.users.findMany(scope, ids);
  return people
    .filter(({ role, status }) => role === 'manager' && status === 'active')
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}
