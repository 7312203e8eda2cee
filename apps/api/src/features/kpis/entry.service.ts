import { AppError, dayRefusal, invalid, staleRevision } from '@retail-performer/domain/kernel';
import {
  type Entry,
  entryOnWire,
  entryView,
  historyOf,
  type KpiEntry,
  type KpiEntryInput,
  type KpiHistoryRow,
  rewrittenBy,
  sameContent,
  withoutAbsence,
} from '@retail-performer/domain/kpis';
import { storeErrors } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf, tenantOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { EntryRepository } from './entry.repository.ts';
import type { KpiHistoryRepository } from './kpi-history.repository.ts';
import { type SellerDayRecords, sellerDayService } from './seller-day.service.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

interface Records extends SellerDayRecords {
  readonly entries: Pick<EntryRepository, 'findOne' | 'save'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDay' | 'touch' | 'setAbsences'>;
  readonly kpiHistory: KpiHistoryRepository;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

type Seller = ActorOf<'seller'>;

/** The figures that sellers enter for their own days. */
export function entryService({ data, system }: Deps) {
  return {
    /**
     * Creates or replaces the seller's entry of a day, and the sums of that day with it; the same figures again
     * change nothing. `expected` is the revision that the seller means to replace, 0 for none, null for any.
     */
    async saveMine(seller: Seller, input: KpiEntryInput, expected: number | null): Promise<Entry> {
      const { store_id } = seller;
      if (store_id === null) throw new AppError(storeErrors, 'STORE_FORBIDDEN');
      requireWritable(seller.space);
      return entryView(await data.change((records) => write(records, { ...seller, store_id }, input, expected)));
    },
  };

  async function write(
    records: Records,
    seller: Seller & { readonly store_id: string },
    input: KpiEntryInput,
    expected: number | null,
  ): Promise<KpiEntry> {
    const { date } = input;
    const days = sellerDayService(records);
    const now = system.now();
    const at = now.toISOString();
    const day = await days.read(seller, date, at);
    const { current, store, facts, touched, entry_by } = day;
    await days.requireOwn(seller, day);
    if (expected !== null && expected !== (current?.rev ?? 0)) throw staleRevision(current && entryOnWire(current));
    const refusal = dayRefusal(date, now, store);
    if (refusal !== null) throw invalid('date', refusal);

    const content = rewrittenBy({ by: 'seller', id: seller.user_id, at }, input, { current, entry_by });
    if (current !== null && sameContent(current, content)) return current;
    const entry: KpiEntry = {
      ...content,
      id: current?.id ?? system.newId(),
      workspace_id: seller.workspace_id,
      store_id: store.id,
      seller_id: seller.user_id,
      date,
      last_reason: null,
      sync_id: current?.sync_id ?? null,
      rev: (current?.rev ?? 0) + 1,
      created_at: current?.created_at ?? at,
      updated_at: at,
    };
    await records.entries.save(scopeOf(seller), [entry], touched ? { touched: facts } : {});
    const absence = facts?.absences[seller.user_id];
    if (facts !== null && absence !== undefined)
      await records.storeDays.setAbsences(tenantOf(seller), facts, withoutAbsence(facts.absences, seller.user_id), at);
    await records.kpiHistory.append(
      line(seller, entry, {
        action: current === null ? 'entry.created' : 'entry.updated',
        before: current && historyOf(current),
        after: historyOf(entry),
      }),
      ...(absence === undefined
        ? []
        : [line(seller, entry, { action: 'absence.removed', before: { ...absence }, after: null })]),
    );
    return entry;
  }

  function line(
    { user_id, role, trace }: Seller,
    { workspace_id, store_id, seller_id, date, updated_at }: KpiEntry,
    change: Pick<KpiHistoryRow, 'action' | 'before' | 'after'>,
  ): KpiHistoryRow {
    return {
      ...change,
      id: system.newId(),
      workspace_id,
      store_id,
      seller_id,
      date,
      at: updated_at,
      actor_id: user_id,
      actor_type: 'user',
      actor_role: role,
      reason: null,
      request_id: trace.request_id,
    };
  }
}
export type EntryService = ReturnType<typeof entryService>;
