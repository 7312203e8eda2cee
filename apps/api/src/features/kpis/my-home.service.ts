import { addDays, periodOn } from '@retail-performer/domain/kernel';
import {
  askedPeriod,
  daysFrom,
  sameWeekdaysBefore,
  type SellerHome,
  totalsOfDays,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { MyDaysService } from './my-days.service.ts';
import { type MyEntryService, shownAt, writerOf } from './my-entry.service.ts';
import { myFiguresOf } from './my-figures.ts';
import type { MyStoresService } from './my-stores.service.ts';

interface Deps {
  readonly stores: MyStoresService;
  readonly days: MyDaysService;
  readonly entries: MyEntryService;
}

const daysShown = 7;

/** The seller's first screen. */
export function myHomeService({ stores, days, entries }: Deps) {
  return {
    /** A seller's day, or `today`, with its week and its month so far, and the version of all that. */
    async show(seller: ActorOf<'seller'>, asked: string): Promise<SellerHome> {
      const mine = await stores.read(seller);
      const { store, today } = mine;
      const date = asked === 'today' ? today : asked;
      const [week, month] = ['week', 'month'].map((word) => periodOn(askedPeriod(word, date).span, today));
      if (week === undefined || month === undefined) throw new Error('A day without a week or a month');
      const last_days = daysFrom(addDays(date, 1 - daysShown), date);
      const read = await days.read(seller, mine, {
        entries: [week, month, { start: addDays(date, 1 - daysShown), elapsed_end: date }].map(
          ({ start, elapsed_end }) => ({ start, end: elapsed_end }),
        ),
        dates: sameWeekdaysBefore(date),
        around: { start: addDays(date, 1 - daysShown), end: date },
      });
      const names = await entries.namesOf(mine, [seller.user_id, ...writerOf(read, date)]);
      const figuresOf = myFiguresOf(read);
      const { entry, kpi_config, refs } = entries.formOf(seller, mine, read, { date, names });
      const running = (period: typeof week) => ({
        period,
        totals: totalsOfDays(daysFrom(period.start, period.elapsed_end), figuresOf),
      });
      return {
        date,
        today,
        store: store && {
          id: store.id,
          name: store.name,
          timezone: store.timezone,
          cutoff_hour: store.cutoff_hour,
          status: store.status,
        },
        seller: { id: seller.user_id, name: names.get(seller.user_id) ?? '' },
        entry,
        kpi_config,
        refs,
        week: running(week),
        month: running(month),
        last_days: last_days.map((day) => ({ date: day, state: read.stateOf(day) })),
        target: null,
        brief: null,
        daily_challenge: null,
        objectives: [],
        challenges: [],
        tasks: [],
        read_only: seller.space.read_only,
        block_code: seller.space.block_code,
        as_of: shownAt(mine),
      };
    },
  };
}
export type MyHomeService = ReturnType<typeof myHomeService>;
