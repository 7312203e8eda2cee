import type { DaySpan, ExportGroup } from '@retail-performer/domain/exports';
import { businessDay, type Day, periodOn, type Span } from '@retail-performer/domain/kernel';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { Scope } from '../../core/scope.ts';
import type { PeriodRepository } from '../kpis/period.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';

/** What exports are read from. */
export interface ExportRecords {
  readonly periods: PeriodRepository;
  readonly users: Pick<UserRepository, 'findMany'>;
}

/** The stores and days of one export. */
export interface Reach {
  /** What the reader may see, and whose names. */
  readonly scope: Scope;
  readonly tenant: Scope;
  readonly group: ExportGroup;
  /** By name. */
  readonly stores: readonly StoreRow[];
  /** Where each store's period ends: at its own today while it runs. */
  readonly endOf: ReadonlyMap<string, Day>;
  readonly days: DaySpan;
}

/** The days that an export of these stores covers, each store up to its own today. */
export function daysOfStores(span: Span, stores: readonly StoreRow[], now: Date): Pick<Reach, 'endOf' | 'days'> {
  const endOf = new Map(stores.map((store) => [store.id, periodOn(span, businessDay(now, store)).elapsed_end]));
  const end = [...endOf.values()].reduce((latest, each) => (each > latest ? each : latest), span.start);
  return { endOf, days: { start: span.start, end } };
}

/** The days of a span as repositories take them. */
export const rangeOf = ({ start, end }: DaySpan) => ({ start_date: start, end_date: end });

/** Lines to come, a batch at a time, and how many they are at most. */
export interface Lines<L> {
  readonly count: number;
  readonly batches: AsyncIterable<readonly L[]>;
}
