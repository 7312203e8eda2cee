import { AppError, type Locale, notFound, type Text } from '@retail-performer/domain/kernel';
import {
  type DayHead,
  dayHead,
  type Entry,
  entryView,
  historyOf,
  type KpiEntry,
  kpiErrors,
} from '@retail-performer/domain/kpis';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import {
  type BeginDay,
  dayAfter,
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
  readonly entries: Pick<EntryRepository, 'findAround' | 'saveDays'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDays' | 'touch'>;
  readonly kpiHistory: Pick<KpiHistoryRepository, 'append' | 'findLast'>;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly begin: BeginDay;
}

const warning: Text = {
  fr: 'Si la caisse envoie de nouveau cette journée, ses chiffres remplaceront ceux-ci et seront verrouillés.',
  en: 'If the till sends this day again, its figures will replace these and be locked.',
};

/** The figures of the till that an owner opens for correction. */
export function unlockingService({ data, system, begin }: Deps) {
  return {
    /** Opens an entry of the till; it stays the till's until someone writes, and the till may lock it again. */
    unlock: (
      gerant: ActorOf<'gerant'>,
      named: NamedDay & { readonly seller_id: string },
      reason: string,
      locale: Locale,
    ) =>
      data.change(async (records): Promise<{ entry: Entry; day: DayHead; warning: string }> => {
        const gone = { ...named, left: true };
        const day = await begin(records, gerant, gone);
        const { entry: current, seller_id } = memberOf(day, gone);
        if (current === null) throw notFound('entry');
        requireUnvalidated(day);
        if (!current.locked) throw new AppError(kpiErrors, 'ENTRY_NOT_LOCKED');
        requireDate(day);

        const entry: KpiEntry = { ...current, locked: false, rev: current.rev + 1, updated_at: day.at };
        const facts = await records.storeDays.touch(day.tenant, [entry]);
        await records.entries.saveDays(day.scope, [entry], { there: day.entries, facts });
        const change = { before: historyOf(current), after: historyOf(entry) };
        await records.kpiHistory.append(
          historyLine(system, day, { ...change, action: 'entry.unlocked', seller_id, reason }),
        );
        // The sentence of the reason stays in the history: the audit log holds no free text.
        const { comment: _, ...figures } = change.before;
        await records.audit.record(gerant, {
          workspace_id: gerant.workspace_id,
          action: 'entry.unlocked',
          entity_type: 'kpi_entry',
          entity_id: entry.id,
          store_id: entry.store_id,
          before: { ...figures, seller_id, date: entry.date },
          after: { locked: false },
        });
        const after = dayAfter(day, nextFacts(day), { seller_id, entry });
        return { entry: entryView(entry), day: dayHead(after), warning: warning[locale] };
      }),
  };
}
export type UnlockingService = ReturnType<typeof unlockingService>;
