import { staleRevision } from '@retail-performer/domain/kernel';
import { type DayHead, dayHead, dayHeadOnWire, type Footfall, footfallOf } from '@retail-performer/domain/kpis';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import {
  type BeginDay,
  type Chief,
  dayAfter,
  type DayWriteRecords,
  historyLine,
  type NamedDay,
  nextFacts,
  requireDate,
  requireUnvalidated,
} from './day-write.ts';
import type { KpiHistoryRepository } from './kpi-history.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Records extends DayWriteRecords {
  readonly storeDays: Pick<StoreDayRepository, 'findDays' | 'save'>;
  readonly kpiHistory: Pick<KpiHistoryRepository, 'append' | 'findLast'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly begin: BeginDay;
}

/** The visitors that are counted once for a whole store. */
export function footfallService({ data, system, begin }: Deps) {
  return {
    /**
     * Says how many visitors the store had; null lets the sellers' own counts speak again. `expected` is the revision
     * of the day to replace, 0 for one that was never written, null for any.
     */
    set: (actor: Chief, named: NamedDay, nb_prospects: number | null, expected: number | null) =>
      data.change(async (records): Promise<{ footfall: Footfall; day: DayHead }> => {
        const day = await begin(records, actor, named);
        const nameOf = (id: string) => day.nameOf(id) ?? '';
        const answer = (picture = day.picture) => ({ footfall: footfallOf(picture, nameOf), day: dayHead(picture) });
        requireUnvalidated(day);
        const { facts } = day.picture;
        if (expected !== null && expected !== (facts?.rev ?? 0)) throw staleRevision(dayHeadOnWire(day.picture));
        requireDate(day);
        const before = facts?.nb_prospects ?? null;
        if (before === nb_prospects) return answer();

        const next = nextFacts(day, {
          nb_prospects,
          prospects_source: nb_prospects === null ? null : actor.role,
          prospects_by: actor.user_id,
          prospects_at: day.at,
        });
        await records.storeDays.save(day.tenant, next, day.entries);
        await records.kpiHistory.append(
          historyLine(system, day, {
            action: 'footfall.set',
            before: { nb_prospects: before },
            after: { nb_prospects },
          }),
        );
        return answer(dayAfter(day, next));
      }),
  };
}
export type FootfallService = ReturnType<typeof footfallService>;
