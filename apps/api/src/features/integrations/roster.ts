import type { SyncInput } from '@retail-performer/domain/integrations';
import type { Scope } from '../../core/scope.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';

/** What tells who works where. */
export interface RosterRecords {
  readonly users: Pick<UserRepository, 'findMany'>;
  readonly assignments: Pick<AssignmentRepository, 'findOfStore'>;
}

/**
 * The sellers that a call names, and whether each works in its store, now or on its day; invited and suspended ones
 * included, whose sales happened all the same. Whoever is unknown, deleted, or no seller is left out.
 */
export async function sellersNamed(
  { users, assignments }: RosterRecords,
  tenant: Scope,
  { store_id, date, kpi_entries }: SyncInput,
): Promise<ReadonlyMap<string, { readonly in_store: boolean }>> {
  const ids = [...new Set(kpi_entries.flatMap(({ seller_id }) => seller_id ?? []))];
  const named = await users.findMany(tenant, ids);
  const sellers = named.filter(({ role, status }) => role === 'seller' && status !== 'deleted');
  const worksHere = new Set(sellers.filter((seller) => seller.store_ids.includes(store_id)).map(({ id }) => id));
  // Only for those who have left since, or are only lent: most calls need not ask.
  if (worksHere.size < sellers.length) {
    for (const { user_id } of await assignments.findOfStore(tenant, store_id, date)) worksHere.add(user_id);
  }
  return new Map(sellers.map(({ id }) => [id, { in_store: worksHere.has(id) }]));
}
