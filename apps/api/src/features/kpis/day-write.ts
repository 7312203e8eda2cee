import {
  AppError,
  businessDay,
  type Day,
  dayRefusal,
  type Instant,
  invalid,
  notFound,
} from '@retail-performer/domain/kernel';
import {
  closedDay,
  dayInWords,
  type DayMember,
  type KpiHistoryRow,
  newStoreDay,
  type StoreDayRow,
} from '@retail-performer/domain/kpis';
import { storeErrors } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { type Scope, scopeOf, tenantOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import { storeFor } from '../stores/store.service.ts';
import type { DayReader, DayReading } from './day-reading.ts';
import type { DayReadingRecords } from './day-rows.ts';

/** Who runs the days of stores. */
export type Chief = ActorOf<'gerant' | 'manager'>;

/** The day that a call names; `today` is the business day in the store. */
export interface NamedDay {
  readonly store_id: string;
  readonly date: Day;
}

/** The seller that a call names. */
export interface NamedSeller {
  readonly seller_id: string;
  /** Figures of someone who was deleted since may still be opened and taken back. */
  readonly left?: boolean;
}

/** What a write of a day begins with. */
export interface DayWriteRecords extends DayReadingRecords {
  readonly stores: Pick<StoreRepository, 'find'>;
}

/** A day as it is read in the transaction that is about to write it. */
export interface DayWrite<A extends Chief = Chief> extends DayReading {
  readonly actor: A;
  readonly scope: Scope;
  readonly tenant: Scope;
  readonly now: Date;
  readonly at: Instant;
}

interface Deps {
  readonly system: System;
  readonly read: DayReader;
}

/**
 * Reads a day in the transaction that will write it, and refuses in the order of the contract: unknown or foreign
 * store, unknown seller, space that may only be read, store that is not open.
 */
export const beginning = ({ system, read }: Deps) =>
  async function begin<A extends Chief>(
    records: DayWriteRecords,
    actor: A,
    { store_id, date, seller_id, left = false }: NamedDay & Partial<NamedSeller>,
    grid = false,
  ): Promise<DayWrite<A>> {
    const store = await storeFor(records, actor, store_id);
    const [now, tenant] = [system.now(), tenantOf(actor)];
    const day = resolved(date, now, store);
    const reading = await read(records, tenant, store, { date: day, now, grid, named: [actor.user_id] });
    if (seller_id !== undefined) memberOf(reading, { seller_id, left });
    requireWritable(actor.space);
    if (store.status !== 'open') throw new AppError(storeErrors, 'STORE_NOT_OPEN');
    return { ...reading, actor, scope: scopeOf(actor), tenant, now, at: now.toISOString() };
  };
export type BeginDay = ReturnType<typeof beginning>;

/** The day that an address means. */
export const resolved = (date: Day, now: Date, store: Parameters<typeof businessDay>[1]): Day =>
  date === 'today' ? businessDay(now, store) : date;

/** A seller of the store now or on that day; whoever else is unknown there, and deleted people who may not have left. */
export function memberOf({ colleagues }: DayReading, { seller_id, left = false }: NamedSeller): DayMember {
  const member = colleagues.get(seller_id);
  if (member === undefined || (member.status === 'deleted' && !left)) throw notFound('seller');
  return member;
}

/** Refuses to write into a closed day. */
export function requireUnvalidated({ picture: { facts, date } }: DayReading): void {
  if (facts?.status === 'validated')
    throw new AppError(closedDay, 'DAY_VALIDATED', { values: { date: dayInWords(date) } });
}

/** Refuses a date that takes no figures. */
export function requireDate({ picture: { date }, store, now }: DayWrite): void {
  const refusal = dayRefusal(date, now, store);
  if (refusal !== null) throw invalid('params.date', refusal);
}

/** The facts of the day as its next write will leave them. */
export function nextFacts(
  { picture: { facts, date }, store, at }: DayWrite,
  change: Partial<StoreDayRow> = {},
): StoreDayRow {
  const { workspace_id, id: store_id } = store;
  if (facts === null) return { ...newStoreDay({ workspace_id, store_id, date }, at), ...change };
  return { ...facts, ...change, rev: facts.rev + 1, updated_at: at };
}

/** The day as it is after a write: with other facts, and another entry of one seller (null: none). */
export function dayAfter(
  { picture, colleagues }: DayReading,
  facts: StoreDayRow,
  changed?: Pick<DayMember, 'seller_id' | 'entry'>,
): DayReading['picture'] {
  const known = picture.members.some(({ seller_id }) => seller_id === changed?.seller_id);
  const joining = known || changed === undefined ? undefined : colleagues.get(changed.seller_id);
  const members = [...picture.members, ...(joining === undefined ? [] : [joining])];
  return {
    ...picture,
    facts,
    members: members.map((member) => ({
      ...member,
      absence: facts.absences[member.seller_id] ?? null,
      entry: member.seller_id === changed?.seller_id ? changed.entry : member.entry,
    })),
  };
}

/** A line of the history of a day. */
export function historyLine(
  system: System,
  { actor, store, picture, at }: DayWrite,
  change: Pick<KpiHistoryRow, 'action' | 'before' | 'after'> & Partial<Pick<KpiHistoryRow, 'seller_id' | 'reason'>>,
): KpiHistoryRow {
  return {
    seller_id: null,
    reason: null,
    ...change,
    id: system.newId(),
    workspace_id: store.workspace_id,
    store_id: store.id,
    date: picture.date,
    at,
    actor_id: actor.user_id,
    actor_type: 'user',
    actor_role: actor.role,
    request_id: actor.trace.request_id,
  };
}
