import { businessDay, type Day } from '@retail-performer/domain/kernel';
import { isExpected, mayCloseItself, newStoreDay } from '@retail-performer/domain/kpis';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Trace } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { workspaceScope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { StoreLifeRepository } from '../stores/store-life.repository.ts';
import type { DayReader } from './day-reading.ts';
import type { DayWriteRecords } from './day-write.ts';
import type { KpiHistoryRepository } from './kpi-history.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Records extends DayWriteRecords {
  readonly storeLives: Pick<StoreLifeRepository, 'findSettings'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDays' | 'save'>;
  readonly kpiHistory: Pick<KpiHistoryRepository, 'append' | 'findLast'>;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly read: DayReader;
}

/** A store as it is stored, never as a caller names it. */
type KnownStore = Pick<StoreRow, 'id' | 'workspace_id'>;

/** What the system itself knows and does of stores' days. */
export function autoValidationService({ data, system, read }: Deps) {
  return {
    /** The sellers whose figures of a store's day are expected, whether or not they are there. */
    async expectedSellers({ id, workspace_id }: KnownStore, date: Day): Promise<readonly string[]> {
      const scope = workspaceScope(workspace_id);
      const store = await data.read.stores.find(scope, id);
      if (store === null) return [];
      const { picture } = await read(data.read, scope, store, { date, now: system.now() });
      return picture.members.filter((member) => isExpected(member, picture.opens)).map(({ seller_id }) => seller_id);
    },

    /**
     * Closes a past day of an open store, where its settings ask for that and everyone expected has figures of the
     * till; says whether it did.
     */
    autoValidate: ({ id, workspace_id }: KnownStore, date: Day, trace: Trace) =>
      data.change(async (records): Promise<boolean> => {
        const scope = workspaceScope(workspace_id);
        const now = system.now();
        const store = await records.stores.find(scope, id);
        if (store?.status !== 'open' || date >= businessDay(now, store)) return false;
        if ((await records.storeLives.findSettings(scope, id))?.auto_validate !== true) return false;
        const { picture, entries } = await read(records, scope, store, { date, now });
        if (!mayCloseItself(picture.members, picture, picture.facts)) return false;

        const at = now.toISOString();
        const facts = picture.facts ?? { ...newStoreDay({ workspace_id, store_id: id, date }, at), rev: 0 };
        const closed = { status: 'validated', validated_at: at, validated_by: null, auto_validated: true } as const;
        await records.storeDays.save(scope, { ...facts, ...closed, rev: facts.rev + 1, updated_at: at }, entries);
        await records.kpiHistory.append({
          id: system.newId(),
          workspace_id,
          store_id: id,
          seller_id: null,
          date,
          at,
          actor_id: null,
          actor_type: 'system',
          actor_role: 'system',
          action: 'day.validated',
          before: null,
          after: { missing_accepted: [] },
          reason: null,
          request_id: trace.request_id,
        });
        await records.audit.record(
          { role: 'system', trace },
          {
            workspace_id,
            action: 'day.validated',
            entity_type: 'store_day',
            entity_id: facts.id,
            store_id: id,
            after: { status: 'validated', auto_validated: true },
          },
        );
        return true;
      }),
  };
}
export type AutoValidationService = ReturnType<typeof autoValidationService>;
