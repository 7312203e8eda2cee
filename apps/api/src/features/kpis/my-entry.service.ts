import { type Day, dayRefusal, type Instant } from '@retail-performer/domain/kernel';
import {
  configView,
  defaultEntryBy,
  entryView,
  sameWeekdaysBefore,
  type SellerDay,
  usualFigures,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { MyDays, MyDaysService } from './my-days.service.ts';
import type { MyStores, MyStoresService } from './my-stores.service.ts';
import { ownRefusal } from './seller-day.service.ts';

interface Deps {
  readonly data: Unit<{ readonly users: Pick<UserRepository, 'findMany'> }>;
  readonly stores: MyStoresService;
  readonly days: MyDaysService;
}

type Seller = ActorOf<'seller'>;

/** One day of a seller as its form needs it. */
export function myEntryService({ data, stores, days }: Deps) {
  const service = {
    /** The form of a day or of `today`, and the revision of its entry: 0 while there is none. */
    async showDay(seller: Seller, asked: string): Promise<{ readonly day: SellerDay; readonly rev: number }> {
      const mine = await stores.read(seller);
      const date = asked === 'today' ? mine.today : asked;
      const around = { start: date, end: date };
      const read = await days.read(seller, mine, { entries: [around], dates: sameWeekdaysBefore(date), around });
      const names = await service.namesOf(mine, writerOf(read, date));
      return { day: service.formOf(seller, mine, read, { date, names }), rev: read.entryOf(date)?.rev ?? 0 };
    },

    /** What some people of the workspace are called. */
    async namesOf({ tenant }: MyStores, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const people = ids.length === 0 ? [] : await data.read.users.findMany(tenant, ids);
      return new Map(people.map(({ id, name }) => [id, name]));
    },

    /** The form from what was read: the day, the same weekdays before, and the name of whoever set the day. */
    formOf(
      seller: Seller,
      mine: MyStores,
      read: MyDays,
      { date, names }: { readonly date: Day; readonly names: ReadonlyMap<string, string> },
    ): SellerDay {
      const entry = read.entryOf(date);
      const config = read.configOf(date);
      const reason_code = refusalOf(seller, mine, read, date);
      const [writer] = writerOf(read, date);
      return {
        date,
        today: mine.today,
        entry: {
          state: mine.store === null ? 'not_allowed' : read.stateOf(date),
          entry: entry && entryView(entry),
          editable: reason_code === null,
          reason_code,
          set_by: names.get(writer ?? '') ?? null,
        },
        kpi_config: config && configView(config),
        refs: usualFigures(
          date,
          sameWeekdaysBefore(date).flatMap((day) => read.entryOf(day) ?? []),
        ),
      };
    },
  };
  return service;
}
export type MyEntryService = ReturnType<typeof myEntryService>;

/** Who entered a day in the seller's place; none where he did so himself, or the till. */
export function writerOf({ entryOf }: Pick<MyDays, 'entryOf'>, date: Day): string[] {
  const entry = entryOf(date);
  const isSet = entry?.entered_by_role === 'manager' || entry?.entered_by_role === 'gerant';
  return isSet && entry.entered_by !== null ? [entry.entered_by] : [];
}

/** Why a save of that day would be refused, in the order in which it asks; null when it would be taken. */
function refusalOf({ space }: Seller, { store: present, now }: MyStores, read: MyDays, date: Day): string | null {
  const store = read.storeOf(date);
  if (present === null || store === null) return 'STORE_FORBIDDEN';
  if (space.read_only) return space.block_code ?? 'SUBSCRIPTION_INACTIVE';
  const entry_by = read.configOf(date)?.entry_by ?? defaultEntryBy;
  const day = { store, current: read.entryOf(date), facts: read.factsOf(date), entry_by };
  return ownRefusal(day) ?? dayRefusal(date, now, store);
}

/** The instant at which something was shown. */
export const shownAt = ({ now }: Pick<MyStores, 'now'>): Instant => now.toISOString();
