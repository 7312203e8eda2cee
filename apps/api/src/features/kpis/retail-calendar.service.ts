import {
  type CalendarDay,
  eventOn,
  holidayNames,
  holidaysOf,
  isOpenOn,
  mentionsOf,
  pairedDay,
  pairText,
  schoolHolidayOn,
  schoolZoneOf,
  tradingEvents,
  windowOf,
  zonesOf,
} from '@retail-performer/domain/calendar';
import {
  addDays,
  businessDay,
  type Day,
  type DayClock,
  isoWeekOf,
  type Locale,
  type Period,
  weekdayOf,
} from '@retail-performer/domain/kernel';
import { askedPeriod, daysFrom, pairedDayOf, type StoreFacts } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { TenantActor, UserActor } from '../../core/actor.ts';
import { tenantOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreService } from '../stores/store.service.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { StoreFactsService } from './store-facts.service.ts';

interface Deps {
  readonly data: Unit<{ readonly workspaces: Pick<WorkspaceRepository, 'find'> }>;
  readonly stores: Pick<StoreService, 'get'>;
  readonly facts: Pick<StoreFactsService, 'factsOf'>;
  readonly system: System;
}

/** What is asked of the calendar. */
export interface CalendarAsked {
  readonly p: string;
  readonly store_id?: string | undefined;
}

// Mainland France, where no store says where it is.
const mainland = { timezone: 'Europe/Paris', cutoff_hour: 4, location: '' };

/** The retail calendar: sales, holidays, and the day of last year that each day is compared with. */
export function retailCalendarService({ data, stores, facts, system }: Deps) {
  return {
    /** The calendar of a store, of the caller's own one, or of mainland France. */
    async show(actor: UserActor, { p, store_id }: CalendarAsked, locale: Locale) {
      const store = await storeFor(actor, store_id);
      const today = businessDay(system.now(), store ?? (await clockOf(actor)));
      const { period } = askedPeriod(p, today);
      const zones = zonesOf(store?.location ?? mainland.location);
      const known = store && actor.role !== 'super_admin' ? await factsFor(actor, store, period) : null;
      const context = { zones, known, locale, school: schoolZoneOf(zones.department) };
      return {
        period,
        store_id: store?.id ?? null,
        holiday_zone: zones.holiday_zone,
        soldes_zone: zones.soldes_zone,
        sales_periods: salesIn(period, zones.soldes_zone),
        days: daysFrom(period.start, period.end).map((day) => dayOf(day, context)),
      };
    },
  };

  async function storeFor(actor: UserActor, store_id: string | undefined): Promise<StoreRow | null> {
    if (actor.role === 'super_admin') return null;
    const own = actor.role === 'gerant' ? null : actor.store_id;
    const wanted = store_id ?? own;
    return wanted === null ? null : stores.get(actor, wanted);
  }

  // Where no store is named, today is that of the chain.
  async function clockOf(actor: UserActor): Promise<DayClock> {
    if (actor.role === 'super_admin') return mainland;
    const workspace = await data.read.workspaces.find(actor.workspace_id);
    return { ...mainland, ...(workspace !== null && { timezone: workspace.timezone }) };
  }

  async function factsFor(actor: TenantActor, store: StoreRow, { start, end }: Period): Promise<StoreFacts | null> {
    const during = { start: addDays(start, -400), end };
    return (await facts.factsOf(tenantOf(actor), [store], during)).get(store.id) ?? null;
  }
}
export type RetailCalendarService = ReturnType<typeof retailCalendarService>;

interface Context {
  readonly zones: ReturnType<typeof zonesOf>;
  readonly known: StoreFacts | null;
  readonly locale: Locale;
  readonly school: ReturnType<typeof schoolZoneOf>;
}

function dayOf(date: Day, { zones, known, locale, school }: Context): CalendarDay {
  const year = Number(date.slice(0, 4));
  const holiday = holidaysOf(year, zones.holiday_zone).get(date);
  const paired = known === null ? pairedDay(date, { zones }) : pairedDayOf(date, known);
  return {
    date,
    weekday: weekdayOf(date),
    week: isoWeekOf(date),
    holiday: holiday === undefined ? null : { key: holiday, name: holidayNames[holiday][locale] },
    event: eventOn(date, zones.soldes_zone),
    mention: mentionsOf(year).get(date) ?? null,
    school_holiday: schoolHolidayOn(date, school),
    open: known && isOpenOn(date, known),
    paired: { ...paired, text: pairText(date, paired, locale) },
  };
}

function salesIn({ start, end }: Period, zone: Context['zones']['soldes_zone']) {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const sales = years.flatMap((year) =>
    tradingEvents.map((key) => {
      const window = windowOf(key, year, zone);
      return { key, start: window.start, end: window.end };
    }),
  );
  return sales
    .filter((each) => each.start <= end && each.end >= start)
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
}
