import { addDays, businessDay, notFound } from '@retail-performer/domain/kernel';
import { isStaff, type Staff, type StaffDetail, staffView, type UserRow } from '@retail-performer/domain/people';
import type { Scope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { StaffRecords } from './staff.records.ts';

export type StaffViewRecords = Pick<StaffRecords, 'stores' | 'users' | 'assignments' | 'entryDates'>;

const recentDays = 35;
const anywhere = { timezone: 'UTC', cutoff_hour: 0 };

/** How owners see their people: with the names of stores and coaches, and the last day that has figures. */
export function staffViewService({ system }: { readonly system: System }) {
  /** Several people in a handful of reads, however many they are. */
  async function listOf(at: StaffViewRecords, scope: Scope, rows: readonly UserRow[]): Promise<Staff[]> {
    const stores = await at.stores.findMany(scope, known(rows.map(({ store_id }) => store_id)));
    const coaches = await at.users.findMany(scope, known(rows.map(({ manager_id }) => manager_id)));
    const sellers = rows.flatMap(({ id, role }) => (role === 'seller' ? id : []));
    const recent = addDays(businessDay(system.now(), anywhere), -recentDays);
    const last = await at.entryDates.findLast(scope, sellers, recent);
    return rows.map((row) =>
      staffView(row, {
        store_name: nameIn(stores, row.store_id),
        manager_name: nameIn(coaches, row.manager_id),
        last_entry_date: last.get(row.id) ?? null,
      }),
    );
  }

  return {
    listOf,

    /** One person with the stores he worked in, oldest first; 404 for whoever is no manager or seller here. */
    async detailOf(at: StaffViewRecords, scope: Scope, user_id: string): Promise<StaffDetail> {
      const [seen] = await listOf(at, scope, [await memberIn(at, scope, user_id)]);
      if (seen === undefined) throw notFound('user');
      const rows = await at.assignments.findOfUser(scope, user_id);
      const stores = await at.stores.findMany(scope, known(rows.map(({ store_id }) => store_id)));
      const assignments = rows.map(({ store_id, from_date, to_date }) => ({
        store_id,
        store_name: stores.find(({ id }) => id === store_id)?.name ?? '',
        from_date,
        to_date,
      }));
      return { ...seen, assignments };
    },
  };
}
export type StaffViewService = ReturnType<typeof staffViewService>;

/** A manager or seller of the workspace who was not deleted; 404 for anybody else. */
export async function memberIn(at: Pick<StaffRecords, 'users'>, scope: Scope, user_id: string): Promise<UserRow> {
  const person = await at.users.find(scope, user_id);
  if (person === null || !isStaff(person)) throw notFound('user');
  return person;
}

const nameIn = (
  list: readonly { readonly id: string; readonly name: string }[],
  wanted: string | null,
): string | null => list.find(({ id }) => id === wanted)?.name ?? null;

const known = (ids: readonly (string | null)[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => (id === null ? [] : id))),
];
