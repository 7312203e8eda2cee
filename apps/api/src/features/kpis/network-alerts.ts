import { addDays, type Day } from '@retail-performer/domain/kernel';
import {
  type CalendarPair,
  evolutionOf,
  expectedDays,
  type ExpectedSeller,
  type NetworkSummary,
  type Place,
  placeOf,
  workingDays,
} from '@retail-performer/domain/kpis';
import type { MonthPart, StoreWindow } from './network-plan.ts';
import { caOn, enteredIn } from './network-range.ts';
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

/** What the owner should look at, the most severe first; alike ones in the order of the contract, then of the stores. */
export function alertsOf(rows: readonly Row[], reads: readonly StoreRead[], facts: AlertFacts): Alert[] {
  const byStore = new Map(reads.map((read) => [read.store_id, read]));
  const open = rows.filter(({ status }) => status === 'open');
  const looked = new Set(open.map(({ store_id }) => store_id));
  const ofEach = (found: (read: StoreRead, row: Row) => readonly Alert[]): Alert[] =>
    open.flatMap((row) => {
      const read = byStore.get(row.store_id);
      return read === undefined ? [] : found(read, row);
    });
  const workplaces = workplacesOf(reads);
  const alerts: Alert[] = [
    // Suspended and closed stores are left in peace.
    ...facts.failing.flatMap(({ store_id, date }) =>
      store_id === null || looked.has(store_id) ? alert('SYNC_FAILED', 'critical', { store_id, date }) : [],
    ),
    ...ofEach(missing),
    ...ofEach((read) => (facts.validating.has(read.store_id) ? notValidated(read, facts) : [])),
    ...ofEach((read) => silent(read, workplaces)),
    ...ofEach(belowCompare),
    ...(facts.seats_taken !== null && facts.seats_taken >= 0.9
      ? [alert('SEATS_NEARLY_FULL', 'info', { value: Math.round(facts.seats_taken * 10_000) / 100 })]
      : []),
  ];
  return alerts.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, most);
}

/** The days of the last week that have figures, are not validated and are overdue. */
export function unvalidatedDays({ months, window: { today, lately } }: StoreRead, before: Day): Day[] {
  const from = addDays(today, -6);
  return lately.flatMap(({ place: { date, no, bit } }) => {
    const grid = months(no)?.grid;
    const isOpen = ((grid?.entered ?? 0) & ~(grid?.validated ?? 0) & bit) !== 0;
    return isOpen && date >= from && date < before ? date : [];
  });
}

interface Workplace {
  readonly read: StoreRead;
  readonly seller: ExpectedSeller;
}

/** Every store of sellers who have lately worked in several. */
function workplacesOf(reads: readonly StoreRead[]): ReadonlyMap<string, readonly Workplace[]> {
  const places = new Map<string, Workplace[]>();
  for (const read of reads) {
    const since = read.window.weeks[0]?.start ?? read.window.today;
    for (const seller of read.sellers) {
      const isSettled = seller.spans.every(({ from, to }) => to === null && from.date < since);
      if (!isSettled) places.set(seller.id, [...(places.get(seller.id) ?? []), { read, seller }]);
    }
  }
  return places;
}

/** Sellers at work who have no figures on any of their last expected days, with the last of these days. */
function silent(read: StoreRead, workplaces: ReadonlyMap<string, readonly Workplace[]>): Alert[] {
  const { today, recent } = read.window;
  const { no, bit } = placeOf(today);
  const found = read.sellers.flatMap((seller) => {
    if ((workingDays(seller, no) & bit) === 0) return [];
    const date = lastMissed(workplaces.get(seller.id) ?? [{ read, seller }], recent);
    return date === null
      ? []
      : alert('SILENT_SELLER', 'warning', { store_id: read.store_id, user_id: seller.id, date });
  });
  return found.toSorted((a, b) => ((a.user_id ?? '') < (b.user_id ?? '') ? -1 : 1));
}

function lastMissed(places: readonly Workplace[], parts: readonly MonthPart[]): Day | null {
  let last: Day | null = null;
  let seen = 0;
  for (const { month, no, days } of parts) {
    let [expected, entered] = [0, 0];
    for (const { read, seller } of places) {
      expected |= expectedDays(seller, no) & read.calendar.openIn(month) & days;
      entered |= read.months(no)?.sellers.get(seller.id) ?? 0;
    }
    for (let rest = expected; rest !== 0;) {
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

const notValidated = (read: StoreRead, facts: AlertFacts): Alert[] =>
  unvalidatedDays(read, facts.overdue(read.store_id)).map((date) =>
    alert('DAY_NOT_VALIDATED', 'warning', { store_id: read.store_id, date }),
  );

function missing(read: StoreRead): Alert[] {
  const date = addDays(read.window.today, -1);
  const { expected, entered } = countOn(read, date);
  const value = expected - entered;
  return value > 0 ? [alert('MISSING_ENTRIES', 'warning', { store_id: read.store_id, date, value })] : [];
}

// Days on which too few people have entered are left out on both sides, where the days themselves are known.
function belowCompare(read: StoreRead, { store_id, coverage, evolution, like_for_like }: Row): Alert[] {
  if (coverage.days_open < fewestDays) return [];
  const known = completeEvolution(read, like_for_like === null ? besideOf : pairsOf);
  const value = known === undefined ? ((like_for_like?.evolution ?? evolution)?.total_ca ?? null) : known;
  if (value === null || value > -10) return [];
  return [alert('STORE_BELOW_COMPARE', value <= -25 ? 'critical' : 'warning', { store_id, value })];
}

/** Days beside those that they are compared with, and the months that all of them lie in. */
interface Sides {
  readonly days: StoreWindow['beside'];
  readonly months: readonly Pick<Place, 'month' | 'no'>[];
}

const besideOf = ({ window }: StoreRead): Sides => ({
  days: window.beside,
  months: [...window.parts, ...(window.compared?.parts ?? [])],
});

/** Days of last year at constant perimeter, as far as their pairs count by the calendar. */
function pairsOf({ calendar, window }: StoreRead): Sides {
  const pairs = window.parts.flatMap((part) => calendar.pairsIn(part)).filter(isComparable);
  const days = pairs.flatMap(({ day, paired }) =>
    paired === null ? [] : { day: placeOf(day), other: placeOf(paired) },
  );
  return { days, months: [...window.parts, ...days.map(({ other }) => other)] };
}

const isComparable = ({ refusal, first_year, paired_refusal }: CalendarPair): boolean =>
  refusal === null && !first_year && paired_refusal === null;

/**
 * How the turnover moved, of days that have figures and are complete on both sides: null without such days, undefined
 * where days are not known.
 */
function completeEvolution(read: StoreRead, sidesOf: (read: StoreRead) => Sides): number | null | undefined {
  const { months, window } = read;
  if (window.parts.some(({ no }) => months(no)?.sums)) return undefined;
  const sides = sidesOf(read);
  const isLeftOut = incompleteIn(read, sides.months);
  if (isLeftOut === null) return undefined;
  const counts = (on: Place): boolean => (enteredIn(months, on.no) & on.bit) !== 0 && !isLeftOut(on);
  let [current, compared] = [0, 0];
  for (const { day, other } of sides.days) {
    if (!counts(day) || !counts(other)) continue;
    current += caOn(months, day);
    compared += caOn(months, other);
  }
  return evolutionOf(current, compared);
}

/** Tells which days of some months are incomplete; null where one of the months is known by its sums only. */
function incompleteIn(
  read: StoreRead,
  months: readonly Pick<Place, 'month' | 'no'>[],
): ((on: Place) => boolean) | null {
  const bits = new Map<number, number>();
  for (const month of months) {
    if (bits.has(month.no)) continue;
    if (read.months(month.no)?.sums) return null;
    bits.set(month.no, incompleteDays(read, month));
  }
  return ({ no, bit }) => ((bits.get(no) ?? 0) & bit) !== 0;
}

// Open days on which too small a part of those expected have entered; only days that lack someone need be counted.
function incompleteDays(read: StoreRead, month: Pick<Place, 'month' | 'no'>): number {
  let bits = 0;
  for (let rest = missingIn(read, month); rest !== 0; rest &= rest - 1) {
    const day = 32 - Math.clz32(rest & -rest);
    const { expected, entered } = countOn(read, dayOf(month.month, day));
    if (entered < expected * enoughEntered) bits |= 1 << (day - 1);
  }
  return bits;
}

const alert = (
  code: Alert['code'],
  severity: Alert['severity'],
  { store_id = null, user_id = null, date = null, value = null }: Partial<Alert>,
): Alert => ({ code, severity, store_id, user_id, date, value });
