import { AppError, invalid, type Locale, staleRevision } from '@retail-performer/domain/kernel';
import {
  dayHeadOnWire,
  defaultConfig,
  kpiErrors,
  missingOf,
  type StoreDay,
  type StoreDayRow,
} from '@retail-performer/domain/kpis';
import type { Audit } from '../../core/audit.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import { dayGrid } from './day-grid.ts';
import {
  type BeginDay,
  type Chief,
  dayAfter,
  type DayWrite,
  type DayWriteRecords,
  historyLine,
  type NamedDay,
  nextFacts,
  requireDate,
} from './day-write.ts';
import type { KpiConfigRepository } from './kpi-config.repository.ts';
import type { KpiHistoryRepository } from './kpi-history.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Records extends DayWriteRecords {
  readonly storeDays: Pick<StoreDayRepository, 'findDays' | 'save'>;
  readonly kpiConfigs: Pick<KpiConfigRepository, 'find'>;
  readonly kpiHistory: Pick<KpiHistoryRepository, 'append' | 'findLast'>;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly begin: BeginDay;
}

/** How a day is closed: whose figures may be missing, and the revision of the day that was looked at, null for any. */
interface Closing {
  readonly accept_missing: readonly string[];
  readonly expected: number | null;
}

/** The closing of days, after which people change nothing of them until they are opened again. */
export function validationService({ data, system, begin }: Deps) {
  return {
    /** Closes a day up to today; everyone whose figures are missing is named. A closed day stays as it is. */
    validate: (actor: Chief, named: NamedDay, { accept_missing, expected }: Closing, locale: Locale) =>
      data.change(async (records): Promise<StoreDay> => {
        const day = await begin(records, actor, named, true);
        const { facts, date, today } = day.picture;
        if (facts?.status === 'validated') return grid(records, day, facts, locale);
        if (expected !== null && expected !== (facts?.rev ?? 0)) throw staleRevision(dayHeadOnWire(day.picture));
        if (date > today) throw invalid('params.date', 'DATE_IN_FUTURE');
        requireDate(day);
        const missing = missingOf(day.picture).map(({ seller_id, name }) => ({ seller_id, name }));
        if (missing.some(({ seller_id }) => !accept_missing.includes(seller_id))) throw missingEntries(missing);

        const missing_accepted = missing.map(({ seller_id }) => seller_id);
        const next = nextFacts(day, {
          status: 'validated',
          validated_at: day.at,
          validated_by: actor.user_id,
          auto_validated: false,
          changed_after_validation: false,
          missing_accepted,
        });
        await save(records, day, next, { action: 'day.validated', after: { missing_accepted } });
        return grid(records, day, next, locale);
      }),

    /** Opens a closed day that still takes figures again and says why; what the till has locked stays locked. */
    reopen: (actor: Chief, named: NamedDay, reason: string, locale: Locale) =>
      data.change(async (records): Promise<StoreDay> => {
        const day = await begin(records, actor, named, true);
        const { facts } = day.picture;
        if (facts?.status !== 'validated') throw new AppError(kpiErrors, 'DAY_NOT_VALIDATED');
        requireDate(day);

        const next = nextFacts(day, {
          status: 'open',
          validated_at: null,
          validated_by: null,
          auto_validated: false,
          changed_after_validation: false,
          missing_accepted: [],
          reopened_count: facts.reopened_count + 1,
          reopened_at: day.at,
          reopened_by: actor.user_id,
          reopen_reason: reason,
        });
        await save(records, day, next, { action: 'day.reopened', after: null, reason });
        return grid(records, day, next, locale);
      }),
  };

  async function save(
    records: Records,
    day: DayWrite,
    next: StoreDayRow,
    told: Pick<Parameters<typeof historyLine>[2], 'after' | 'reason'> & {
      readonly action: 'day.validated' | 'day.reopened';
    },
  ): Promise<void> {
    const { actor, store } = day;
    const before = day.picture.facts;
    await records.storeDays.save(day.tenant, next, day.entries);
    await records.kpiHistory.append(historyLine(system, day, { before: closingOf(before), ...told }));
    await records.audit.record(actor, {
      workspace_id: store.workspace_id,
      action: told.action,
      entity_type: 'store_day',
      entity_id: next.id,
      store_id: store.id,
      before: { ...closingOf(before), status: before?.status ?? 'open' },
      after: { ...told.after, status: next.status },
    });
  }
}
export type ValidationService = ReturnType<typeof validationService>;

// Who had closed the day, for a line that opens it again.
const closingOf = (facts: StoreDayRow | null) =>
  facts?.status === 'validated'
    ? {
        validated_at: facts.validated_at,
        validated_by: facts.validated_by,
        changed_after_validation: facts.changed_after_validation,
      }
    : null;

const missingEntries = (missing: readonly { readonly seller_id: string; readonly name: string }[]) =>
  new AppError(kpiErrors, 'MISSING_ENTRIES', {
    values: { names: missing.map(({ name }) => name).join(', ') },
    extensions: { missing },
  });

async function grid(records: Records, day: DayWrite, facts: StoreDayRow, locale: Locale): Promise<StoreDay> {
  const { store, tenant, actor, now } = day;
  const config = (await records.kpiConfigs.find(tenant, store.id)) ?? defaultConfig(store);
  return dayGrid({ ...day, picture: dayAfter(day, facts) }, config, { actor, now, locale });
}
