import { AppError, invalid } from '@retail-performer/domain/kernel';
import {
  type AbsenceReason,
  absenceRefusal,
  type DayHead,
  dayHead,
  kpiErrors,
  type StoreDayRow,
  withAbsences,
  withoutAbsence,
} from '@retail-performer/domain/kpis';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import {
  type BeginDay,
  type Chief,
  dayAfter,
  type DayWrite,
  type DayWriteRecords,
  historyLine,
  memberOf,
  type NamedDay,
  nextFacts,
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

type NamedSeller = NamedDay & { readonly seller_id: string };
type Absences = StoreDayRow['absences'];

/** Who is away on which days; past days and those of the coming year. */
export function absenceService({ data, system, begin }: Deps) {
  return {
    /** Marks a seller as away, so that no figures are expected of him; never why his health would ask for it. */
    set: (actor: Chief, named: NamedSeller, reason: AbsenceReason) =>
      data.change(async (records): Promise<{ day: DayHead }> => {
        const day = await begin(records, actor, named);
        const { seller_id, entry, elsewhere, absence } = memberOf(day, named);
        requireOpenDay(day);
        if (entry !== null || elsewhere) throw new AppError(kpiErrors, 'ENTRY_EXISTS');
        if (absence?.reason === reason) return { day: dayHead(day.picture) };

        const mark = { reason, by: actor.user_id, at: day.at };
        const absences = { ...day.picture.facts?.absences, [seller_id]: mark };
        const change = { action: 'absence.set', before: absence && { ...absence }, after: mark, seller_id } as const;
        return { day: await save(records, day, absences, change) };
      }),

    /** Takes the mark back; without one nothing changes. */
    remove: (actor: Chief, named: NamedSeller) =>
      data.change(async (records): Promise<{ day: DayHead }> => {
        const day = await begin(records, actor, named);
        const { seller_id, absence } = memberOf(day, named);
        requireOpenDay(day);
        if (absence === null) return { day: dayHead(day.picture) };

        const absences = withoutAbsence(day.picture.facts?.absences ?? {}, seller_id);
        const change = { action: 'absence.removed', before: { ...absence }, after: null, seller_id } as const;
        return { day: await save(records, day, absences, change) };
      }),
  };

  async function save(
    records: Records,
    day: DayWrite,
    absences: Absences,
    change: Parameters<typeof historyLine>[2],
  ): Promise<DayHead> {
    const next = nextFacts(day, withAbsences({}, absences));
    await records.storeDays.save(day.tenant, next, day.entries);
    await records.kpiHistory.append(historyLine(system, day, change));
    return dayHead(dayAfter(day, next));
  }
}
export type AbsenceService = ReturnType<typeof absenceService>;

function requireOpenDay(day: DayWrite): void {
  requireUnvalidated(day);
  const refusal = absenceRefusal(day.picture.date, day.now, day.store);
  if (refusal !== null) throw invalid('params.date', refusal);
}
