import { newStoreDay, type StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { StoreDays } from './kpi.collections.ts';
import { type DayKey, recomputeDays } from './roll-up.repository.ts';

/**
 * Counts a write of a store's day, inside a transaction only, and resolves to its facts, made now if it had none. Of
 * two writers of one day the second one starts again, so that none overlooks what the other one did.
 */
export const touchDay = (at: Transaction, day: DayKey): Promise<StoreDayRow> =>
  at.of(StoreDays).increment(newStoreDay(day, day.updated_at), { on: ['store_id', 'date'], add: ['rev'] });

/** Counts a write of each day of these rows and sums the days again, inside a transaction only. */
export async function sumTouchedDays(at: Transaction, rows: readonly DayKey[]): Promise<void> {
  const days = new Map(rows.map((row) => [`${row.store_id}:${row.date}`, row]));
  for (const day of days.values()) await recomputeDays(at, [day], await touchDay(at, day));
}
