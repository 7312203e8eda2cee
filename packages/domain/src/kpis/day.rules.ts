import { addDays, businessDay, type Day, type DayClock, dayRefusal, type Instant } from '../kernel/index.ts';
import type { UserRow } from '../people/index.ts';
import type { KpiEntry, StoreDayRow } from './kpi.model.ts';

/** The facts of a store's day to which nothing has happened yet but the write that makes the row. */
export const newStoreDay = (
  { workspace_id, store_id, date }: Pick<StoreDayRow, 'workspace_id' | 'store_id' | 'date'>,
  at: Instant,
): StoreDayRow => ({
  id: `${store_id}:${date}`,
  workspace_id,
  store_id,
  date,
  status: 'open',
  validated_at: null,
  validated_by: null,
  auto_validated: false,
  reopened_count: 0,
  reopened_at: null,
  reopened_by: null,
  reopen_reason: null,
  changed_after_validation: false,
  missing_accepted: [],
  nb_prospects: null,
  prospects_source: null,
  prospects_by: null,
  prospects_at: null,
  absences: {},
  has_absences: false,
  rev: 1,
  created_at: at,
  updated_at: at,
});

/** The same day with other absences, and whether there are any. */
export const withAbsences = <T extends object>(day: T, absences: StoreDayRow['absences']) => ({
  ...day,
  absences,
  has_absences: Object.keys(absences).length > 0,
});

/** The absences of a day without the one of this seller. */
export function withoutAbsence(absences: StoreDayRow['absences'], seller_id: string): StoreDayRow['absences'] {
  const { [seller_id]: _, ...others } = absences;
  return others;
}

const daysAhead = 366;

/** Why nobody can be marked as away on a day: as for figures, but up to a year ahead. Null when one can. */
export function absenceRefusal(date: Day, instant: Date, store: DayClock & { readonly opened_on: Day | null }) {
  const today = businessDay(instant, store);
  if (date > addDays(today, daysAhead)) return 'DATE_IN_FUTURE';
  if (date <= today) return dayRefusal(date, instant, store);
  return store.opened_on !== null && date < store.opened_on ? 'BEFORE_STORE_OPENING' : null;
}

/** Someone who belongs to a store's day: he worked there then, or has figures of it. */
export interface DayMember {
  readonly seller_id: string;
  readonly name: string;
  readonly status: UserRow['status'];
  /** Assigned to the store on that day, and neither invited nor suspended by then. */
  readonly works: boolean;
  /** Whether the store is still his. */
  readonly here: boolean;
  readonly absence: StoreDayRow['absences'][string] | null;
  /** His figures of the day in this store. */
  readonly entry: KpiEntry | null;
  /** Whether his figures of the day belong to another store. */
  readonly elsewhere: boolean;
}

/** Whether figures of someone are expected that day: he works in the store, is not away, and the store opens. */
export const isExpected = ({ works, absence, elsewhere }: DayMember, opens: boolean): boolean =>
  opens && works && absence === null && !elsewhere;

/** What a store's day is judged by. */
export interface DaySetting {
  readonly date: Day;
  /** The business day in the store. */
  readonly today: Day;
  /** Whether the store opens that day. */
  readonly opens: boolean;
}

/** Whether figures of someone are overdue: expected and not there, up to today. */
export const isMissing = (member: DayMember, { date, today, opens }: DaySetting): boolean =>
  date <= today && member.entry === null && isExpected(member, opens);

/** In a word, what is there of someone's day. */
export function memberState(
  member: DayMember,
  setting: DaySetting,
): 'missing' | 'entered' | 'corrected' | 'locked' | 'absent' | 'none' {
  const { entry, absence } = member;
  if (entry?.locked === true) return 'locked';
  if (entry !== null) return ['manager', 'gerant'].includes(entry.entered_by_role) ? 'corrected' : 'entered';
  if (absence !== null) return 'absent';
  return isMissing(member, setting) ? 'missing' : 'none';
}

/** How someone stands to the store today; who left it or the company is a former colleague. */
export const memberStatus = ({ status, here }: DayMember): 'active' | 'invited' | 'suspended' | 'former' =>
  status === 'deleted' || !here ? 'former' : status;

/**
 * Whether the system closes a day by itself: a past day on which someone was expected, and everyone expected has
 * figures of the till. A day that people reopened waits for people.
 */
export function mayCloseItself(
  members: readonly DayMember[],
  { date, today, opens }: DaySetting,
  facts: Pick<StoreDayRow, 'status' | 'reopened_count'> | null,
): boolean {
  if (date >= today || (facts !== null && (facts.status === 'validated' || facts.reopened_count > 0))) return false;
  const expected = members.filter((member) => isExpected(member, opens));
  return expected.length > 0 && expected.every(({ entry }) => entry?.locked === true);
}
