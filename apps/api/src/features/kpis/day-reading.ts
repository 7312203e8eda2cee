import { isOpenOn } from '@retail-performer/domain/calendar';
import { businessDay, type Day } from '@retail-performer/domain/kernel';
import type { DayMember, DayPicture, KpiEntry, KpiTotals } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Scope } from '../../core/scope.ts';
import type { StaffingRepository } from '../people/staffing.repository.ts';
import { type DayReadingRecords, type DayRows, namedIn, rowsOf } from './day-rows.ts';
import type { StoreFactsService } from './store-facts.service.ts';
import { stoppedOn } from './store-staffing.service.ts';

/** A store's day with what surrounds it. */
export interface DayReading {
  readonly store: StoreRow;
  /** The day itself: who worked there then, and whoever has figures of it. */
  readonly picture: DayPicture;
  /** The same people, and those who work in the store today only. */
  readonly colleagues: ReadonlyMap<string, DayMember>;
  readonly entries: readonly KpiEntry[];
  /** Same weekdays before, newest first, by seller; nothing unless asked for, nor of those who are only lent. */
  readonly past: ReadonlyMap<string, readonly KpiEntry[]>;
  /** What the same day of last week added up to; null without figures, or unless asked for. */
  readonly last_week: KpiTotals | null;
  /** Who did what last, newest first; nothing unless asked for. */
  readonly lines: DayRows['lines'];
  readonly nameOf: (user_id: string) => string | null;
}

interface Asked {
  readonly date: Day;
  readonly now: Date;
  /** Whether the weeks before and the day's history are read too. */
  readonly grid?: boolean;
  /** Further people whose names will be told. */
  readonly named?: readonly string[];
}

/** Reads a store's day, in as many questions for a hundred sellers as for one. */
export const dayReader = (opening: Pick<StoreFactsService, 'factsOf'>) =>
  async function read(
    records: DayReadingRecords,
    tenant: Scope,
    store: StoreRow,
    { date, now, grid = false, named = [] }: Asked,
  ): Promise<DayReading> {
    const calendar = await opening.factsOf(tenant, [store], { start: date, end: date }, { compared: false });
    const facts = calendar.get(store.id);
    const opens = facts !== undefined && isOpenOn(date, facts);
    const rows = await rowsOf(records, tenant, { store_id: store.id, date, grid });
    const people = await records.staffing.findPeople(tenant, namedIn(rows, named));
    const members = membersOf(rows, people, store);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const belongs = ({ entry, seller_id, status }: DayMember) =>
      entry !== null || (status !== 'deleted' && isAssigned(rows, seller_id));
    const picture = { date, today: businessDay(now, store), opens, facts: rows.day };
    return {
      store,
      picture: { ...picture, members: members.filter(belongs) },
      colleagues: new Map(members.map((member) => [member.seller_id, member])),
      entries: rows.entries,
      past: rows.past,
      last_week: rows.last_week,
      lines: rows.lines,
      nameOf: (id) => names.get(id) ?? null,
    };
  };
export type DayReader = ReturnType<typeof dayReader>;

type Person = Awaited<ReturnType<StaffingRepository['findPeople']>>[number];

function membersOf(rows: DayRows, people: readonly Person[], store: StoreRow): DayMember[] {
  const ids = new Set(
    [...rows.ties, ...rows.entries.map(({ seller_id }) => ({ user_id: seller_id }))].map(({ user_id }) => user_id),
  );
  return people
    .filter(({ id }) => ids.has(id))
    .toSorted((one, other) => order(one.name_lc, other.name_lc) || order(one.id, other.id))
    .map((user) => {
      const stopped = stoppedOn(user, store);
      return {
        seller_id: user.id,
        name: user.name,
        status: user.status,
        works: isAssigned(rows, user.id) && (stopped === null || rows.date < stopped),
        here: rows.ties.some(({ user_id, to_date }) => user_id === user.id && to_date === null),
        absence: rows.day?.absences[user.id] ?? null,
        entry: rows.entries.find(({ seller_id }) => seller_id === user.id) ?? null,
        elsewhere: rows.elsewhere.has(user.id),
      };
    });
}

const isAssigned = ({ ties, date }: DayRows, id: string): boolean =>
  ties.some(
    ({ user_id, from_date, to_date }) => user_id === id && from_date <= date && (to_date === null || date <= to_date),
  );

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
