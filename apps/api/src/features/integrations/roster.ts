import type { PlacedLine, SoundLine } from '@retail-performer/domain/integrations';
import type { StoreAssignmentRow } from '@retail-performer/domain/people';
import type { Scope } from '../../core/scope.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';

/** What tells who works where. */
export interface RosterRecords {
  readonly users: Pick<UserRepository, 'findMany'>;
  readonly assignments: Pick<AssignmentRepository, 'findOfUsers'>;
}

/** Whether a line's seller works in its store, now or on its day; null where there is no such seller. */
export type WorksThere = (line: SoundLine) => boolean | null;

/**
 * Who of those that some lines name works where, in two reads at most; invited and suspended sellers included, whose
 * sales happened all the same. Whoever is unknown, deleted, or no seller does not exist here.
 */
export async function sellersNamed(
  { users, assignments }: RosterRecords,
  tenant: Scope,
  lines: readonly PlacedLine[],
): Promise<WorksThere> {
  const named = lines.flatMap(({ seller_id, ...line }) => (seller_id === null ? [] : { ...line, seller_id }));
  const ids = [...new Set(named.map(({ seller_id }) => seller_id))];
  const people = ids.length === 0 ? [] : await users.findMany(tenant, ids);
  const sellers = people.filter(({ role, status }) => role === 'seller' && status !== 'deleted');
  const storesOf = new Map(sellers.map(({ id, store_ids }) => [id, store_ids]));
  const isThereNow = ({ seller_id, store_id }: SoundLine) => storesOf.get(seller_id)?.includes(store_id) ?? null;

  // Only of those who have left since, or are only lent: most calls need not ask.
  const doubted = [...new Set(named.filter((line) => isThereNow(line) === false).map(({ seller_id }) => seller_id))];
  const ties = doubted.length === 0 ? [] : await assignments.findOfUsers(tenant, doubted);
  const tiesOf = Map.groupBy(ties, ({ user_id }) => user_id);
  return (line) => isThereNow(line) || (storesOf.has(line.seller_id) ? wasThere(tiesOf, line) : null);
}

const wasThere = (tiesOf: ReadonlyMap<string, readonly StoreAssignmentRow[]>, line: SoundLine): boolean =>
  (tiesOf.get(line.seller_id) ?? []).some((tie) => covers(tie, line));

const covers = ({ store_id, from_date, to_date }: StoreAssignmentRow, line: SoundLine): boolean =>
  store_id === line.store_id && (to_date === null || (from_date <= line.date && line.date <= to_date));
