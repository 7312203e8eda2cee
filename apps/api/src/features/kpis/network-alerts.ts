import { addDays, type Day } from '@retail-performer/domain/kernel';
import {
  evolutionOf,
  expectedDays,
  type ExpectedSeller,
  type NetworkSummary,
  type Place,
  placeOf,
  workingDays,
} from '@retail-performer/domain/kpis';
import type { MonthPart } from './network-plan.ts';
import { caOn } from './network-range.ts';
import { countOn, missingIn, type StoreRead } from './network-store.ts';

type Alert = NetworkSummary['alerts'][number];
type Row = NetworkSummary['stores'][number];

/** What alerts need beside the figures. */
export interface AlertFacts {
  /** Keys whose last call of the last two days was refused or failed. */
  readonly failing: readonly { readonly store_id: string | null; readonly date: Day }[];
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
const silentDays = 3;

/** What the owner should look at. */
export function alertsOf(rows: readonly Row[], reads: readonly StoreRead[], facts: AlertFacts): Alert[] {
  const byStore = new Map(reads.map((read) => [read.store_id, read]));
  const open = rows.filter(({ status }) => status === 'open');
  const readOf = (row: Row) => byStore.get(row.store_id);
  const alerts: Alert[] = [
    ...facts.failing.map(({ store_id, date }) => alert('SYNC_FAILED', 'critical', { store_id, date })),
    ...open.flatMap((row) => belowCompare(row, readOf(row))),
    ...open.flatMap((row) => (facts.validating.has(row.store_id) ? notValidated(readOf(row), facts) : [])),
    ...open.flatMap((row) => missing(readOf(row))),
    ...open.flatMap((row) => silent(readOf(row))),
    ...(facts.seats_taken !== null && facts.seats_taken >= 0.9
      ? [alert('SEATS_NEARLY_FULL', 'info', { value: Math.round(facts.seats_taken * 10_000) / 100 })]
      : []),
  ];
  return alerts.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, most);
}

/** The days of the last week that have figures, are not validated and are overdue. */
export function unvalidatedDays({ months, window: { today, lately } }: StoreRead, before: Day): Day[] {
  const from = addDays(today, -6);
  return lately.flatMap(({ place: { no, bit }, as }) => {
    const { date } = as.complete;
    const grid = months(no)?.grid;
    const isOpen = ((grid?.entered ?? 0) & ~(grid?.validated ?? 0) & bit) !== 0;
    return isOpen && date >= from && date < before ? date : [];
  });
}

/** Sellers at work who have no figures on any of their last expected days, with the last of these days. */
function silent(read: StoreRead | undefined): Alert[] {
  if (read === undefined) return [];
  const { today, recent } = read.window;
  const { no, bit } = placeOf(today);
  return read.sellers.flatMap((seller) => {
    if ((workingDays(seller, no) & bit) === 0) return [];
    const missed = lastMissed(read, seller, recent);
    return missed === null
      ? []
      : alert('SILENT_SELLER', 'warning', { store_id: read.store_id, user_id: seller.id, date: missed });
  });
}

function lastMissed({ months, calendar }: StoreRead, seller: ExpectedSeller, parts: readonly MonthPart[]): Day | null {
  let last: Day | null = null;
  let seen = 0;
  for (const { month, no, days } of parts) {
    const entered = months(no)?.sellers.get(seller.id) ?? 0;
    for (let rest = expectedDays(seller, no) & calendar.openIn(month) & days; rest !== 0;) {
      const day = 32 - Math.clz32(rest);
      const bit = 1 << (day - 1);
      if ((entered & bit) !== 0) return null;
      last ??= dayOf(month, day);
      seen += 1;
      if (seen === silentDays) return last;
      rest &= ~bit;
    }
  }
  return null;
}

const dayOf = (month: string, day: number): Day => `${month}-${String(day).padStart(2, '0')}`;

function notValidated(read: StoreRead | undefined, facts: AlertFacts): Alert[] {
  if (read === undefined) return [];
  const { store_id } = read;
  return unvalidatedDays(read, facts.overdue(store_id)).map((date) =>
    alert('DAY_NOT_VALIDATED', 'warning', { store_id, date }),
  );
}

function missing(read: StoreRead | undefined): Alert[] {
  if (read === undefined) return [];
  const date = addDays(read.window.today, -1);
  const { expected, entered } = countOn(read, date);
  const value = expected - entered;
  return value > 0 ? [alert('MISSING_ENTRIES', 'warning', { store_id: read.store_id, date, value })] : [];
}

// Days on which too few people have entered are left out on both sides, where the days themselves are known.
function belowCompare(row: Row, read: StoreRead | undefined): Alert[] {
  if (read === undefined || row.coverage.days_open < fewestDays) return [];
  const value = row.like_for_like?.evolution.total_ca ?? completeEvolution(read) ?? row.evolution?.total_ca ?? null;
  if (value === null || value > -10) return [];
  return [alert('STORE_BELOW_COMPARE', value <= -25 ? 'critical' : 'warning', { store_id: row.store_id, value })];
}

function completeEvolution(read: StoreRead): number | null {
  const { months, window } = read;
  if (window.compared === null) return null;
  const parts = [...window.parts, ...window.compared.parts];
  if (parts.some(({ no }) => months(no)?.sums)) return null;
  const incomplete = new Map(parts.map((part) => [part.no, incompleteDays(read, part)]));
  const isLeftOut = ({ no, bit }: Place): boolean => ((incomplete.get(no) ?? 0) & bit) !== 0;
  let [current, compared] = [0, 0];
  for (const { day, other } of window.beside) {
    if (isLeftOut(day) || isLeftOut(other)) continue;
    current += caOn(months, day);
    compared += caOn(months, other);
  }
  return evolutionOf(current, compared);
}

// Open days on which too small a part of those expected have entered; only days that lack someone need be counted.
function incompleteDays(read: StoreRead, part: MonthPart): number {
  let bits = 0;
  for (let rest = missingIn(read, part); rest !== 0; rest &= rest - 1) {
    const day = 32 - Math.clz32(rest & -rest);
    const { expected, entered } = countOn(read, dayOf(part.month, day));
    if (entered < expected * enoughEntered) bits |= 1 << (day - 1);
  }
  return bits;
}

const alert = (
  code: Alert['code'],
  severity: Alert['severity'],
  { store_id = null, user_id = null, date = null, value = null }: Partial<Alert>,
): Alert => ({ code, severity, store_id, user_id, date, value });
