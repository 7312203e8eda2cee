import { type Month, monthEnd } from '@retail-performer/domain/kernel';
import { daysFrom, type SellerCalendar } from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { MyDaysService } from './my-days.service.ts';
import type { MyStoresService } from './my-stores.service.ts';

interface Deps {
  readonly stores: MyStoresService;
  readonly days: MyDaysService;
}

/** The calendar of one seller. */
export function myCalendarService({ stores, days }: Deps) {
  return {
    /** Every day of a month and what is there of it. */
    async show(seller: ActorOf<'seller'>, month: Month): Promise<SellerCalendar> {
      const mine = await stores.read(seller);
      const around = { start: `${month}-01`, end: monthEnd(`${month}-01`) };
      const read = await days.read(seller, mine, { entries: [around], around });
      return {
        month,
        today: mine.today,
        days: daysFrom(around.start, around.end).map((date) => {
          const entry = read.entryOf(date);
          return {
            date,
            open: read.isOpen(date),
            state: date > mine.today && entry === null ? 'future' : read.stateOf(date),
            total_ca: entry?.ca_journalier ?? null,
          };
        }),
      };
    },
  };
}
export type MyCalendarService = ReturnType<typeof myCalendarService>;
