import { businessDay, type Day } from '@retail-performer/domain/kernel';
import {
  type Staffing,
  type StoreDayRow,
  workBefore,
  workSince,
  type WorkSpan,
  worksOn,
} from '@retail-performer/domain/kpis';
import type { UserRow } from '@retail-performer/domain/people';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Scope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { StaffingRepository } from '../people/staffing.repository.ts';
import type { AbsenceRepository } from './absence.repository.ts';
import type { Days } from './store-facts.service.ts';

type Clock = Pick<StoreRow, 'id' | 'timezone' | 'cutoff_hour'>;
type Standing = Pick<UserRow, 'status' | 'suspended_at' | 'deleted_at'>;

/** Who sells in each store when, and how many of them are away on single days; both by store. */
export interface StaffingOfStores {
  readonly staffing: ReadonlyMap<string, readonly Staffing[]>;
  readonly away: ReadonlyMap<string, ReadonlyMap<Day, number>>;
}

/** A seller of one store: the days on which figures are expected of him, unless the store is closed. */
export interface SellerOfStore {
  readonly id: string;
  readonly name: string;
  readonly name_lc: string;
  readonly manager_id: string | null;
  readonly status: 'active' | 'invited' | 'suspended' | 'former';
  readonly spans: readonly WorkSpan[];
  readonly away: ReadonlySet<Day>;
}

type AbsentDay = Pick<StoreDayRow, 'date' | 'absences'>;

interface Deps {
  readonly data: Unit<{ readonly staffing: StaffingRepository; readonly absences: AbsenceRepository }>;
}

/** Who is expected in stores on which days, in as many questions for one store as for all. */
export function storeStaffingService({ data }: Deps) {
  const { read } = data;
  return {
    /** How many sellers stores have at work, and how many of them are away; people are counted, not read. */
    async staffingOf(scope: Scope, stores: readonly Clock[], during: Days): Promise<StaffingOfStores> {
      const ids = stores.map(({ id }) => id);
      const clocks = new Map(stores.map((store) => [store.id, store]));
      const groups = await read.staffing.groupSellers(scope, ids, during);
      const staffing = new Map<string, Staffing[]>(ids.map((id) => [id, []]));
      for (const { store_id, from_date, to_date, sellers } of groups) {
        staffing.get(store_id)?.push({ from: from_date, to: to_date, sellers });
      }
      const stopped = new Map((await read.staffing.findStopped(scope, during.start)).map((user) => [user.id, user]));
      const absent = await read.absences.findDays(scope, ids, during);
      const named = new Set([...stopped.keys(), ...absent.flatMap(({ absences }) => Object.keys(absences))]);
      const spans = named.size === 0 ? [] : await read.staffing.findSpansOf(scope, [...named], during);
      const atWork = new Map<string, WorkSpan[]>();
      for (const { user_id, store_id, from_date, to_date } of spans) {
        const [user, clock] = [stopped.get(user_id), clocks.get(store_id)];
        if (clock === undefined) continue;
        const span = { from: from_date, to: to_date };
        const day = user === undefined ? null : stoppedOn(user, clock);
        const after = day === null ? null : workSince(span, day);
        if (after) staffing.get(store_id)?.push({ ...after, sellers: -1 });
        const before = workBefore(span, day);
        const key = `${user_id}:${store_id}`;
        if (before) atWork.set(key, [...(atWork.get(key) ?? []), before]);
      }
      const away = new Map<string, Map<Day, number>>();
      for (const { store_id, date, absences } of absent) {
        // Whoever has left the store since his absence was noted is not counted there anyway.
        const works = (id: string) => atWork.get(`${id}:${store_id}`)?.some((span) => worksOn(span, date)) === true;
        const count = Object.keys(absences).filter(works).length;
        if (count > 0) away.set(store_id, (away.get(store_id) ?? new Map<Day, number>()).set(date, count));
      }
      return { staffing, away };
    },

    /**
     * The sellers of one store in some days, and `others` who have figures there, by name. `known` are its days with
     * their absences where these were read already.
     */
    async sellersOf(
      scope: Scope,
      store: Clock,
      during: Days,
      { others = [], known }: { readonly others?: Iterable<string>; readonly known?: readonly AbsentDay[] } = {},
    ): Promise<SellerOfStore[]> {
      const spans = Map.groupBy(await read.staffing.findSpansIn(scope, store.id, during), ({ user_id }) => user_id);
      const away = known ?? (await read.absences.findDays(scope, [store.id], during));
      const people = await read.staffing.findPeople(scope, [...new Set([...spans.keys(), ...others])]);
      return people
        .map((user) => {
          const its = spans.get(user.id) ?? [];
          return {
            id: user.id,
            name: user.name,
            name_lc: user.name_lc,
            manager_id: user.manager_id,
            status: user.status === 'deleted' || !its.some(({ to_date }) => to_date === null) ? 'former' : user.status,
            spans: its.flatMap(
              ({ from_date, to_date }) => workBefore({ from: from_date, to: to_date }, stoppedOn(user, store)) ?? [],
            ),
            away: new Set(away.flatMap(({ date, absences }) => (Object.hasOwn(absences, user.id) ? date : []))),
          } satisfies SellerOfStore;
        })
        .toSorted((one, other) => order(one.name_lc, other.name_lc) || order(one.id, other.id));
    },
  };
}
export type StoreStaffingService = ReturnType<typeof storeStaffingService>;

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

// Before anything: whoever is invited has not begun.
const never: Day = '0000-01-01';

/** The first business day on which someone is no longer at work; null while he is. */
export function stoppedOn({ status, suspended_at, deleted_at }: Standing, clock: Clock): Day | null {
  if (status === 'active') return null;
  if (status === 'invited') return never;
  const [first] = [suspended_at, status === 'deleted' ? deleted_at : null].flatMap((at) => at ?? []).toSorted();
  return first === undefined ? never : businessDay(new Date(first), clock);
}
