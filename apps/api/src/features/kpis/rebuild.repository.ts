import type { DayRange, Instant } from '@retail-performer/domain/kernel';
import type { KpiStoreDay } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from './kpi.collections.ts';
import { entrySums, forgetDay, storeDayOf } from './roll-up.repository.ts';

/** A store as it is stored, never as a caller names it. */
interface KnownStore {
  readonly id: string;
  readonly workspace_id: string;
}

/** Repairs the sums of a store's days from its entries. */
export function rebuildRepository(at: Transaction) {
  const [entries, facts, sums] = [at.of(KpiEntries), at.of(StoreDays), at.of(KpiStoreDays)];
  return {
    /** The first and the last day that a store has anything of; null when it has nothing. */
    span: async ({ id: store_id }: KnownStore): Promise<DayRange | null> => {
      const where = { store_id };
      const ends = { min: { first: 'date' }, max: { last: 'date' } } as const;
      const spans = [await entries.total(where, ends), await facts.total(where, ends), await sums.total(where, ends)];
      const days = spans.flatMap(({ first, last }) => [first ?? [], last ?? []].flat()).toSorted();
      const [start_date, end_date] = [days[0], days.at(-1)];
      return start_date === undefined || end_date === undefined ? null : { start_date, end_date };
    },

    /** Sums a store's days of a period again; resolves to how many were wrong. Inside a transaction only. */
    rebuild: async (
      { id: store_id, workspace_id }: KnownStore,
      { start_date, end_date }: DayRange,
      updated_at: Instant,
    ): Promise<number> => {
      const during = { store_id, date: { $gte: start_date, $lte: end_date } };
      const groups = await entries.aggregate(during, { ...entrySums, by: ['date', ...entrySums.by] });
      const factsOf = new Map((await facts.find(during)).map((day) => [day.date, day]));
      const storedOf = new Map((await sums.find(during)).map((day) => [day.date, day]));
      const groupsOf = Map.groupBy(groups, ({ date }) => date);

      const days = [...new Set([...groupsOf.keys(), ...factsOf.keys(), ...storedOf.keys()])];
      const wrong = days.flatMap((date) => {
        const key = { workspace_id, store_id, date, updated_at };
        const row = storeDayOf(key, groupsOf.get(date) ?? [], factsOf.get(date) ?? null);
        const stored = storedOf.get(date) ?? null;
        return sameSums(row, stored) ? [] : [{ date, row: row && { ...row, rev: (stored?.rev ?? 0) + 1 } }];
      });
      await sums.upsert(
        wrong.flatMap(({ row }) => row ?? []),
        { on: ['store_id', 'date'] },
      );
      const needless = wrong.flatMap(({ date, row }) => (row === null ? date : []));
      for (const date of needless) await forgetDay(at, { workspace_id, store_id, date, updated_at });
      return wrong.length;
    },
  };
}
export type RebuildRepository = ReturnType<typeof rebuildRepository>;

function sameSums(one: KpiStoreDay | null, other: KpiStoreDay | null): boolean {
  if (one === null || other === null) return one === other;
  const theirs = new Map(Object.entries(other));
  const history = new Set(['month_pending', 'rev', 'updated_at']);
  return Object.entries(one).every(([field, value]) => history.has(field) || theirs.get(field) === value);
}
