import { addDays, type Day } from '@retail-performer/domain/kernel';
import {
  dayTotals,
  type KpiEntry,
  type KpiTotals,
  sameWeekdaysBefore,
  type StoreDayRow,
} from '@retail-performer/domain/kpis';
import type { StoreAssignmentRow } from '@retail-performer/domain/people';
import type { Scope } from '../../core/scope.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { StaffingRepository } from '../people/staffing.repository.ts';
import type { EntryRepository } from './entry.repository.ts';
import type { KpiHistoryRepository, LastLine } from './kpi-history.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

/** What a store's day is read from. */
export interface DayReadingRecords {
  readonly assignments: Pick<AssignmentRepository, 'findSellersOn'>;
  readonly staffing: Pick<StaffingRepository, 'findPeople'>;
  readonly entries: Pick<EntryRepository, 'findAround'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDays'>;
  readonly kpiHistory: Pick<KpiHistoryRepository, 'findLast'>;
}

/** The rows that tell of a store's day. */
export interface DayRows {
  readonly date: Day;
  readonly day: StoreDayRow | null;
  /** The time in the store of those who sell there now, or did that day. */
  readonly ties: readonly StoreAssignmentRow[];
  readonly entries: readonly KpiEntry[];
  /** Those of them who have figures of that day in another store. */
  readonly elsewhere: ReadonlySet<string>;
  /** Same weekdays before, newest first, by seller. */
  readonly past: ReadonlyMap<string, readonly KpiEntry[]>;
  /** What the same day of the week before added up to; null without figures. */
  readonly last_week: KpiTotals | null;
  /** Who did what last, newest first, as far as a grid looks back. */
  readonly lines: readonly LastLine[];
}

interface Wanted {
  readonly store_id: string;
  readonly date: Day;
  /** Whether the weeks before and the day's history are wanted too. */
  readonly grid: boolean;
}

// Beyond that an entry itself tells who wrote it.
const lookedBack = 200;

/** Reads the rows of a store's day in three questions; its history and those of the weeks before in one more. */
export async function rowsOf(
  { assignments, entries, storeDays, kpiHistory }: DayReadingRecords,
  tenant: Scope,
  { store_id, date, grid }: Wanted,
): Promise<DayRows> {
  const dates = grid ? [date, addDays(date, -7)] : [date];
  const facts = await storeDays.findDays(
    tenant,
    dates.map((each) => ({ store_id, date: each })),
  );
  const ties = await assignments.findSellersOn(tenant, store_id, date);
  const found = await entries.findAround(
    tenant,
    { store_id, dates },
    {
      seller_ids: [...new Set(ties.map(({ user_id }) => user_id))],
      dates: grid ? [date, ...sameWeekdaysBefore(date)] : [date],
    },
  );
  const lines = grid ? await kpiHistory.findLast(tenant, { store_id, date }, lookedBack) : [];
  const on = (day: Day | undefined) => found.filter((entry) => entry.store_id === store_id && entry.date === day);
  const factsOn = (day: Day | undefined) => facts.find((row) => row.date === day) ?? null;
  const away = found.filter((entry) => entry.date === date && entry.store_id !== store_id);
  const before = found.filter((entry) => entry.date < date).toSorted((one, other) => (one.date < other.date ? 1 : -1));
  return {
    date,
    day: factsOn(date),
    ties,
    entries: on(date),
    elsewhere: new Set(away.map(({ seller_id }) => seller_id)),
    past: Map.groupBy(before, ({ seller_id }) => seller_id),
    last_week: grid ? dayTotals(on(dates[1]), factsOn(dates[1])) : null,
    lines,
  };
}

/** Everyone whose name a day tells: its people, whoever wrote into it, and others. */
export function namedIn({ day, ties, entries, lines }: DayRows, others: readonly string[]): string[] {
  const { validated_by, prospects_by, absences = {} } = day ?? {};
  const writers = [validated_by, prospects_by, ...Object.values(absences).map(({ by }) => by)];
  const people = [...ties.map(({ user_id }) => user_id), ...entries.map(({ seller_id }) => seller_id)];
  const all = [
    ...people,
    ...others,
    ...writers,
    ...entries.map(({ entered_by }) => entered_by),
    ...lines.map(({ actor_id }) => actor_id),
  ];
  return [...new Set(all.flatMap((id) => id ?? []))];
}
