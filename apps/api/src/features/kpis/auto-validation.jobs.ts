import { addDays, businessDay, type DayClock } from '@retail-performer/domain/kernel';
import { type Job, paged } from '../../core/jobs/job.ts';
import { zoneAndDay } from '../../core/jobs/slots.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreClockRepository } from '../stores/store-clock.repository.ts';
import type { AutoValidationService } from './auto-validation.service.ts';
import type { TillDayRepository } from './till-day.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly storeClocks: StoreClockRepository; readonly tillDays: TillDayRepository }>;
  readonly days: Pick<AutoValidationService, 'autoValidate'>;
}

const atOnce = 50;
/** A till may send its figures some days late. */
const lookedBack = 7;

/** Closes the days of tills at the cut-off of each store, once a business day. */
export const autoValidationJobs = ({ data: { read }, days }: Deps): readonly Job[] => [
  {
    kind: 'auto_validate',
    // A slot is the business day that has begun; missed at its beginning, it is made up for during the day.
    async slots(now) {
      const clocks = await read.storeClocks.findClocks();
      return clocks.map((clock) => `${nameOf(clock)}:${businessDay(now, clock)}`);
    },
    run(run) {
      const { zone, day } = zoneAndDay(run.slot);
      const past = { start_date: addDays(day, -lookedBack), end_date: addDays(day, -1) };
      return paged(run, async (after) => {
        const stores = await read.storeClocks.findOnClock(clockOf(zone), { after, limit: atOnce });
        const workspaces = new Map(stores.map(({ id, workspace_id }) => [id, workspace_id]));
        let validated = 0;
        for (const { store_id: id, date } of await read.tillDays.findOpen([...workspaces.keys()], past)) {
          const workspace_id = workspaces.get(id) ?? '';
          if (await days.autoValidate({ id, workspace_id }, date, run.trace)) validated += 1;
        }
        const last = stores.length === atOnce ? stores.at(-1) : undefined;
        return { next: last?.id ?? null, done: { validated } };
      });
    },
  },
];

const nameOf = ({ timezone, cutoff_hour }: DayClock): string => `${timezone}@${cutoff_hour}`;

function clockOf(name: string): DayClock {
  const [timezone = '', hour] = name.split('@');
  return { timezone, cutoff_hour: Number(hour) };
}
