import { businessDay, type Day } from '@retail-performer/domain/kernel';
import {
  type ExpectedSeller,
  placeOf,
  type StoreDayRow,
  workBefore,
  type WorkSpan,
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
    /** Of whom figures are expected in each store, as far as that touches some days. */
    async expectedIn(
      scope: Scope,
      stores: readonly Clock[],
      during: Days,
    ): Promise<ReadonlyMap<string, readonly ExpectedSeller[]>> {
      const ids = stores.map(({ id }) => id);
      const rows = Map.groupBy(await read.staffing.findSpans(scope, ids, during), ({ store_id }) => store_id);
      const stopped = new Map((await read.staffing.findStopped(scope, during.start)).map((user) => [user.id, user]));
      const away = awayOf(await read.absences.findDays(scope, ids, during));
      const expectedOf = (store: Clock): readonly ExpectedSeller[] => {
        const there: GrowingSeller[] = [];
        for (const { user_id, from_date, to_date } of rows.get(store.id) ?? []) {
          const user = stopped.size === 0 ? undefined : stopped.get(user_id);
          const span = { from: from_date, to: to_date };
          const left = user === undefined ? span : workBefore(span, stoppedOn(user, store));
          if (left === null) continue;
          const known = there.find(({ id }) => id === user_id);
          const seller = known ?? { id: user_id, spans: [], away: away(store.id, user_id) };
          seller.spans.push({ from: placeOf(left.from), to: left.to === null ? null : placeOf(left.to) });
          if (known === undefined) there.push(seller);
        }
        return there;
      };
      return new Map(stores.map((store) => [store.id, expectedOf(store)]));
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

type AwayDays = ExpectedSeller['away'];
type GrowingSeller = ExpectedSeller & { readonly spans: ExpectedSeller['spans'][number][] };
const neverAway: AwayDays = new Map();

function awayOf(days: readonly (AbsentDay & { readonly store_id: string })[]) {
  const away = new Map<string, Map<number, number>>();
  for (const { store_id, date, absences } of days) {
    const { no, bit } = placeOf(date);
    for (const id of Object.keys(absences)) {
      const its = away.get(`${store_id}:${id}`) ?? new Map<number, number>();
      away.set(`${store_id}:${id}`, its.set(no, (its.get(no) ?? 0) | bit));
    }
  }
  if (away.size === 0) return () => neverAway;
  return (store_id: string, id: string): AwayDays => away.get(`${store_id}:${id}`) ?? neverAway;
}

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
