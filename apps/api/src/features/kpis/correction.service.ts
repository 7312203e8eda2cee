import { AppError, invalid, notFound, staleRevision } from '@retail-performer/domain/kernel';
import {
  changesNothing,
  changesTyped,
  type Correction,
  type DayHead,
  dayHead,
  defaultEntryBy,
  type Entry,
  entryOnWire,
  entryView,
  historyOf,
  holdsTyped,
  type KpiEntry,
  kpiErrors,
  rewrittenBy,
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
  requireDate,
  requireUnvalidated,
} from './day-write.ts';
import type { EntryRepository } from './entry.repository.ts';
import type { KpiHistoryRepository } from './kpi-history.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Records extends DayWriteRecords {
  readonly entries: Pick<EntryRepository, 'findAround' | 'saveDays' | 'remove'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDays' | 'touch' | 'setAbsences'>;
  readonly kpiHistory: Pick<KpiHistoryRepository, 'append' | 'findLast'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly begin: BeginDay;
}

/** One seller's figures of a store's day. */
interface NamedEntry extends NamedDay {
  readonly seller_id: string;
}

/** What a manager or owner writes, and why; `expected` is the revision of the entry to replace, 0 for none, null for any. */
interface Corrected {
  readonly correction: Correction;
  readonly reason: string | null;
  readonly expected: number | null;
}

/** The figures that managers and owners enter, correct and take back for their sellers. */
export function correctionService({ data, system, begin }: Deps) {
  return {
    /**
     * Creates or replaces an entry, which the seller can then no longer change himself; a change of what he typed says
     * why. The same figures again change nothing.
     */
    write: (actor: Chief, named: NamedEntry, { correction, reason, expected }: Corrected) =>
      data.change(async (records): Promise<{ entry: Entry; day: DayHead }> => {
        const day = await begin(records, actor, named);
        const member = memberOf(day, named);
        if (member.elsewhere) throw new AppError(kpiErrors, 'ENTRY_IN_OTHER_STORE');
        const { entry: current } = member;
        requireChangeable(day, current, expected);
        requireDate(day);
        if (current !== null && changesNothing(current, correction))
          return { entry: entryView(current), day: dayHead(day.picture) };
        if (reason === null && current !== null && changesTyped(current, correction))
          throw invalid('reason', 'REQUIRED');

        const entry = entryOf(day, named.seller_id, { correction, reason, current });
        const facts = await save(records, day, current, entry);
        return { entry: entryView(entry), day: dayHead(dayAfter(day, facts, { seller_id: named.seller_id, entry })) };
      }),

    /** Takes an entry back, so that the seller may enter the day anew; to take back what he typed says why. */
    remove: (actor: Chief, named: NamedEntry, { reason, expected }: Omit<Corrected, 'correction'>) =>
      data.change(async (records): Promise<{ success: true; day: DayHead }> => {
        const gone = { ...named, left: true };
        const day = await begin(records, actor, gone);
        const { entry: current } = memberOf(day, gone);
        if (current === null) throw notFound('entry');
        requireChangeable(day, current, expected);
        requireDate(day);
        if (reason === null && holdsTyped(current)) throw invalid('query.reason', 'REQUIRED');

        await records.entries.remove(day.scope, current, day.at);
        const change = { action: 'entry.deleted', before: historyOf(current), after: null } as const;
        await records.kpiHistory.append(historyLine(system, day, { ...change, seller_id: current.seller_id, reason }));
        const changed = { seller_id: current.seller_id, entry: null };
        return { success: true, day: dayHead(dayAfter(day, nextFacts(day), changed)) };
      }),
  };

  function entryOf(
    { actor, at, store, picture }: DayWrite,
    seller_id: string,
    { correction, reason, current }: Omit<Corrected, 'expected'> & { readonly current: KpiEntry | null },
  ): KpiEntry {
    const writer = { by: actor.role, id: actor.user_id, at };
    return {
      ...rewrittenBy(writer, correction, { current, entry_by: defaultEntryBy }),
      id: current?.id ?? system.newId(),
      workspace_id: store.workspace_id,
      store_id: store.id,
      seller_id,
      date: picture.date,
      last_reason: reason,
      sync_id: current?.sync_id ?? null,
      rev: (current?.rev ?? 0) + 1,
      created_at: current?.created_at ?? at,
      updated_at: at,
    };
  }

  /** Writes the entry, and takes the mark of an absence away, for whoever sold was there. */
  async function save(
    records: Records,
    day: DayWrite,
    current: KpiEntry | null,
    entry: KpiEntry,
  ): Promise<StoreDayRow> {
    const { seller_id, last_reason: reason } = entry;
    const facts = await records.storeDays.touch(day.tenant, [entry]);
    await records.entries.saveDays(day.scope, [entry], { there: day.entries, facts });
    const absence = day.picture.facts?.absences[seller_id];
    const absences = withoutAbsence(day.picture.facts?.absences ?? {}, seller_id);
    const next = withAbsences(nextFacts(day), absences);
    if (absence !== undefined) await records.storeDays.setAbsences(day.tenant, next, absences, day.at);
    const action = current === null ? 'entry.created' : 'entry.updated';
    const change = { action, before: current && historyOf(current), after: historyOf(entry) } as const;
    await records.kpiHistory.append(
      historyLine(system, day, { ...change, seller_id, reason }),
      ...(absence === undefined
        ? []
        : [historyLine(system, day, { action: 'absence.removed', before: { ...absence }, after: null, seller_id })]),
    );
    return next;
  }
}
export type CorrectionService = ReturnType<typeof correctionService>;

/** Refuses figures of the till, a closed day, and a revision that is no longer the present one, in this order. */
function requireChangeable(day: DayWrite, current: KpiEntry | null, expected: number | null): void {
  if (current?.locked === true) throw new AppError(kpiErrors, 'ENTRY_LOCKED');
  requireUnvalidated(day);
  if (expected !== null && expected !== (current?.rev ?? 0)) throw staleRevision(current && entryOnWire(current));
}
