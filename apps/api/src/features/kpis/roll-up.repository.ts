import { type EntrySums, type KpiEntry, type KpiStoreDay, storeDaySums } from '@retail-performer/domain/kpis';
import type { StoreDayRow } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from './kpi.collections.ts';
import { foldMonth } from './month-fold.repository.ts';

/** The day of a store that a row belongs to, and when that row was written. */
export type DayKey = Pick<KpiEntry, 'workspace_id' | 'store_id' | 'date' | 'updated_at'>;

/** How entries are added up, in groups that share their lock and the role of their last writer. */
export const entrySums = {
  by: ['locked', 'entered_by_role'],
  sum: {
    ca_journalier: 'ca_journalier',
    nb_ventes: 'nb_ventes',
    nb_articles: 'nb_articles',
    nb_prospects_own: 'nb_prospects',
    nb_ventes_with_prospects: 'nb_ventes_with_prospects',
  },
  count: 'seller_count',
} as const;

/** The sums of a store's day as a document; null when the day has none. */
export function storeDayOf(
  { workspace_id, store_id, date, updated_at }: DayKey,
  groups: readonly EntrySums[],
  facts: StoreDayRow | null,
): KpiStoreDay | null {
  const sums = storeDaySums(groups, facts);
  return (
    sums && {
      ...sums,
      id: `${store_id}:${date}`,
      workspace_id,
      store_id,
      date,
      month_pending: true,
      rev: 1,
      updated_at,
    }
  );
}

/**
 * Sums the days of these rows again, inside a transaction only; the facts of the one day that they all belong to need
 * not be read when they are known. Recomputed, never incremented: a repeated or repaired write cannot drift.
 */
export async function recomputeDays(
  at: Transaction,
  rows: readonly DayKey[],
  known?: StoreDayRow | null,
): Promise<void> {
  const days = new Map(rows.map((row) => [`${row.store_id}:${row.date}`, row]));
  if (known !== undefined && days.size > 1) throw new Error('Facts of one day were given for several days');
  for (const day of days.values()) {
    const { store_id, date } = day;
    const facts = known === undefined ? await at.of(StoreDays).findOne({ store_id, date }) : known;
    await recomputeDay(at, day, facts);
  }
}

/**
 * Sums the days of entries just written again, in one operation, inside a transaction only: from these and from all
 * entries (`there`) and facts that the days had.
 */
export async function sumKnownDays(
  at: Transaction,
  written: readonly KpiEntry[],
  { there, facts }: { readonly there: readonly KpiEntry[]; readonly facts: readonly StoreDayRow[] },
): Promise<void> {
  const all = new Map([...there, ...written].map((entry) => [`${entry.seller_id}:${entry.date}`, entry]));
  const entriesOf = Map.groupBy(all.values(), dayOf);
  const factsOf = new Map(facts.map((each) => [dayOf(each), each]));
  const days = new Map(written.map((entry) => [dayOf(entry), entry]));
  const rows = [...days].flatMap(([day, key]) => {
    return storeDayOf(key, (entriesOf.get(day) ?? []).map(alone), factsOf.get(day) ?? null) ?? [];
  });
  await writeAll(at, rows);
}

/** Sums one day again, inside a transaction only, from all entries and facts that it is left with. */
export const sumDayFrom = (
  at: Transaction,
  day: DayKey,
  entries: readonly KpiEntry[],
  facts: StoreDayRow,
): Promise<void> => write(at, day, storeDayOf(day, entries.map(alone), facts));

const alone = (entry: KpiEntry): EntrySums => ({ ...entry, nb_prospects_own: entry.nb_prospects, seller_count: 1 });

const dayOf = ({ store_id, date }: { readonly store_id: string; readonly date: string }): string =>
  `${store_id}:${date}`;

async function recomputeDay(at: Transaction, day: DayKey, facts: StoreDayRow | null): Promise<void> {
  const { store_id, date } = day;
  const groups = await at.of(KpiEntries).aggregate({ store_id, date }, entrySums);
  await write(at, day, storeDayOf(day, groups, facts));
}

async function write(at: Transaction, day: DayKey, row: KpiStoreDay | null): Promise<void> {
  if (row === null) await forgetDay(at, day);
  else await writeAll(at, [row]);
}

// The count always changes, so that of two writers of one day the second one starts again and sums both entries.
const writeAll = (at: Transaction, rows: readonly KpiStoreDay[]): Promise<void> =>
  at.of(KpiStoreDays).upsert(rows, { on: ['store_id', 'date'], add: ['rev'] });

/** Removes the sums of a day, and makes the row of its month, which still knows it, again from those that remain. */
export async function forgetDay(at: Transaction, { workspace_id, store_id, date, updated_at }: DayKey): Promise<void> {
  if ((await at.of(KpiStoreDays).remove({ store_id, date })) === 0) return;
  await foldMonth(at, { workspace_id, store_id, month: date.slice(0, 7) }, updated_at);
}
