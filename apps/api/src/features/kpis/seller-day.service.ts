import { AppError, type Day, type Instant, notFound } from '@retail-performer/domain/kernel';
import {
  dayInWords,
  defaultEntryBy,
  type EntryBy,
  enteredBy,
  entryRefusal,
  type KpiEntry,
  kpiErrors,
  type StoreDayRow,
} from '@retail-performer/domain/kpis';
import type { StoreAssignmentRow } from '@retail-performer/domain/people';
import { storeErrors, type StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf, tenantOf } from '../../core/scope.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { EntryRepository } from './entry.repository.ts';
import type { KpiConfigRepository } from './kpi-config.repository.ts';
import type { StoreDayRepository } from './store-day.repository.ts';

/** What a seller's day is made of. */
export interface SellerDayRecords {
  readonly stores: Pick<StoreRepository, 'find'>;
  readonly users: Pick<UserRepository, 'find'>;
  readonly assignments: Pick<AssignmentRepository, 'findOfUser'>;
  readonly entries: Pick<EntryRepository, 'findOne'>;
  readonly storeDays: Pick<StoreDayRepository, 'findDay' | 'touch'>;
  readonly kpiConfigs: Pick<KpiConfigRepository, 'find'>;
}

/** One seller's day as it is before anyone writes into it. */
export interface SellerDay {
  readonly date: Day;
  readonly current: KpiEntry | null;
  /** Where the seller worked that day. */
  readonly store: StoreRow;
  readonly facts: StoreDayRow | null;
  /** Whether this reading counted as a write of the day already. */
  readonly touched: boolean;
  readonly entry_by: EntryBy;
}

type Seller = ActorOf<'seller'>;

/** The days of sellers, read within the transaction that is about to write. */
export function sellerDayService(records: SellerDayRecords) {
  return {
    /**
     * A seller's day before a write; figures belong to the store that he was assigned to on that date, else to his
     * present one. A day without his figures will be written, unless all is undone: it is read and touched in one.
     */
    async read(seller: Seller & { readonly store_id: string }, date: Day, at: Instant): Promise<SellerDay> {
      const current = await records.entries.findOne(scopeOf(seller), seller.user_id, date);
      const store_id = current?.store_id ?? (await storeOn(seller, date)) ?? seller.store_id;
      // The store of a past day may no longer be within the seller's own reach.
      const tenant = tenantOf(seller);
      const store = await records.stores.find(tenant, store_id);
      if (store === null) throw notFound('store');
      const touched = current === null;
      const key = { workspace_id: store.workspace_id, store_id, date, updated_at: at };
      const [fresh = null] = touched ? await records.storeDays.touch(tenant, [key]) : [];
      return {
        date,
        current,
        store,
        facts: touched ? fresh : await records.storeDays.findDay(tenant, store_id, date),
        touched,
        entry_by: (await records.kpiConfigs.find(tenant, store_id))?.entry_by ?? defaultEntryBy,
      };
    },

    /** Throws the reason why the seller may not enter this day himself, if there is one. */
    async requireOwn(seller: Seller, { date, current, store, facts, entry_by }: SellerDay): Promise<void> {
      const code = ownRefusal({ current, store, facts, entry_by });
      switch (code) {
        case null:
          return;
        case 'STORE_NOT_OPEN':
          throw new AppError(storeErrors, code);
        case 'ENTRY_LOCKED':
          throw new AppError(kpiErrors, code);
        case 'DAY_VALIDATED':
          throw new AppError(kpiErrors, code, { values: { date: dayInWords(date) } });
        case 'ENTRY_SET_BY_MANAGER':
          throw new AppError(kpiErrors, code, {
            values: { name: await firstName(seller, current?.entered_by ?? null) },
          });
        case 'ENTRY_NOT_ALLOWED':
          throw new AppError(kpiErrors, code, { values: { who: enteredBy(entry_by) } });
      }
    },
  };

  async function storeOn(seller: Seller, date: Day): Promise<string | null> {
    const ties = await records.assignments.findOfUser(tenantOf(seller), seller.user_id);
    return tieOn(ties, date)?.store_id ?? null;
  }

  async function firstName(seller: Seller, id: string | null) {
    const writer = id === null ? null : await records.users.find(tenantOf(seller), id);
    return writer?.name.split(' ')[0] ?? { fr: 'Votre manager', en: 'Your manager' };
  }
}

/** Why a seller may not enter a day himself, before anything else is asked; null when he may. */
export function ownRefusal({
  current,
  store,
  facts,
  entry_by,
}: Pick<SellerDay, 'current' | 'store' | 'entry_by'> & {
  readonly facts: Pick<StoreDayRow, 'status'> | null;
}) {
  if (store.status !== 'open') return 'STORE_NOT_OPEN' as const;
  return entryRefusal('seller', { entry: current, validated: facts?.status === 'validated', entry_by });
}

/** The assignment that covers a day; on the day of a transfer both do, and the new one counts. */
export const tieOn = (ties: readonly StoreAssignmentRow[], date: Day): StoreAssignmentRow | null =>
  ties.findLast(({ from_date, to_date }) => from_date <= date && (to_date === null || date <= to_date)) ?? null;
