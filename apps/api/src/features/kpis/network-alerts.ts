import { isOpenOn } from '@retail-performer/domain/calendar';
import { addDays, type Day } from '@retail-performer/domain/kernel';
import { evolutionOf, type NetworkSummary, visitDays } from '@retail-performer/domain/kpis';
import { entriesOn, monthsBetween, place, turnoverOn } from './network-range.ts';
import type { Expected, StoreRead } from './network-store.ts';

type Alert = NetworkSummary['alerts'][number];
type Row = NetworkSummary['stores'][number];

/** What alerts need beside the figures. */
export interface AlertFacts {
  /** Keys whose last call of the last two days was refused or failed. */
  readonly failing: readonly { readonly store_id: string | null; readonly date: Day }[];
  readonly silent: readonly { readonly store_id: string; readonly user_id: string; readonly date: Day }[];
  /** Stores that close their days. */
  readonly validating: ReadonlySet<string>;
  /** The day before which every cut-off passed more than 36 hours ago, in each store. */
  readonly overdue: (store_id: string) => Day;
  /** Part of the seats that is taken, from 0 to 1; null where they are unlimited. */
  readonly seats_taken: number | null;
}

/** The most alerts that are shown, the most severe first. */
const most = 20;
const severities = { critical: 0, warning: 1, info: 2 } as const;
const fewestDays = 3;
const enoughEntered = 0.8;

/** What the owner should look at. */
export function alertsOf(
  rows: readonly Row[],
  reads: readonly StoreRead[],
  expected: Expected,
  facts: AlertFacts,
): Alert[] {
  const byStore = new Map(reads.map((read) => [read.store_id, read]));
  const open = rows.filter(({ status }) => status === 'open');
  const readOf = (row: Row) => byStore.get(row.store_id);
  const alerts: Alert[] = [
    ...facts.failing.map(({ store_id, date }) => alert('SYNC_FAILED', 'critical', { store_id, date })),
    ...open.flatMap((row) => belowCompare(row, readOf(row), expected)),
    ...open.flatMap((row) => (facts.validating.has(row.store_id) ? notValidated(readOf(row), facts) : [])),
    ...open.flatMap((row) => missing(readOf(row), expected)),
    ...facts.silent.map((who) => alert('SILENT_SELLER', 'warning', who)),
    ...(facts.seats_taken !== null && facts.seats_taken >= 0.9
      ? [alert('SEATS_NEARLY_FULL', 'info', { value: Math.round(facts.seats_taken * 10_000) / 100 })]
      : []),
  ];
  return alerts.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, most);
}

/** Open stores that have days with figures of the last week, not validated and overdue. */
export function unvalidatedDays({ months, window }: StoreRead, before: Day): Day[] {
  const from = addDays(window.today, -6);
  const days: Day[] = [];
  for (const month of monthsBetween(from, window.today)) {
    const packed = months?.get(month)?.days;
    if (!packed) continue;
    visitDays(packed, 1, 31, (number, at) => {
      const day = `${month}-${String(number).padStart(2, '0')}`;
      const figures = (packed[at + place.entries] ?? 0) > 0 && packed[at + place.validated] === 0;
      if (figures && day >= from && day < before) days.push(day);
    });
  }
  return days;
}

/** The last days on which a store was open, before today, newest first. */
export function lastOpenDays({ facts, window }: StoreRead, wanted: number): Day[] {
  const days: Day[] = [];
  for (let back = 1; back <= 14 && days.length < wanted; back += 1) {
    const day = addDays(window.today, -back);
    if (isOpenOn(day, facts)) days.push(day);
  }
  return days;
}

/** Tells whether someone was missing on each of these days. */
export function lacksSomeone({ store_id, months }: StoreRead, days: readonly Day[], expected: Expected): boolean {
  return days.length > 0 && days.every((day) => entriesOn(months, day) < expected.on(store_id, day));
}

function notValidated(read: StoreRead | undefined, facts: AlertFacts): Alert[] {
  if (read === undefined) return [];
  const { store_id } = read;
  return unvalidatedDays(read, facts.overdue(store_id)).map((date) =>
    alert('DAY_NOT_VALIDATED', 'warning', { store_id, date }),
  );
}

function missing(read: StoreRead | undefined, expected: Expected): Alert[] {
  if (read === undefined) return [];
  const { store_id, window, months, facts } = read;
  const date = addDays(window.today, -1);
  if (!isOpenOn(date, facts)) return [];
  const value = expected.on(store_id, date) - entriesOn(months, date);
  return value > 0 ? [alert('MISSING_ENTRIES', 'warning', { store_id, date, value })] : [];
}

// Days on which too few people have entered are left out on both sides, where the days themselves are known.
function belowCompare(row: Row, read: StoreRead | undefined, expected: Expected): Alert[] {
  if (read === undefined || row.coverage.days_open < fewestDays) return [];
  const value =
    row.like_for_like?.evolution.total_ca ?? completeEvolution(read, expected) ?? row.evolution?.total_ca ?? null;
  if (value === null || value > -10) return [];
  return [alert('STORE_BELOW_COMPARE', value <= -25 ? 'critical' : 'warning', { store_id: row.store_id, value })];
}

function completeEvolution({ store_id, months, facts, window }: StoreRead, expected: Expected): number | null {
  if (window.compared === null) return null;
  const wanted = [
    ...monthsBetween(window.start, window.end),
    ...monthsBetween(window.compared.start, window.compared.end),
  ];
  if (wanted.some((month) => months?.get(month)?.sums)) return null;
  const isComplete = (day: Day): boolean => {
    const sellers = expected.on(store_id, day);
    return !isOpenOn(day, facts) || entriesOn(months, day) >= sellers * enoughEntered;
  };
  const sums = { current: 0, compared: 0 };
  for (let [day, other] = [window.start, window.compared.start]; day <= window.end; day = addDays(day, 1)) {
    if (other <= window.compared.end && isComplete(day) && isComplete(other)) {
      sums.current += turnoverOn(months, day);
      sums.compared += turnoverOn(months, other);
    }
    other = addDays(other, 1);
  }
  return evolutionOf(sums.current, sums.compared);
}

const alert = (
  code: Alert['code'],
  severity: Alert['severity'],
  { store_id = null, user_id = null, date = null, value = null }: Partial<Alert>,
): Alert => ({ code, severity, store_id, user_id, date, value });
