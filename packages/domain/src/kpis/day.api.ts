import { z } from 'zod';
import { Cursor, endpoints, Id, lines, NamedDay, page } from '../kernel/index.ts';
import { AbsenceReason, DayEvent, DayFigures, DayHead, Footfall, KpiConfig, StoreDay } from './day.model.ts';
import { TrackedBy } from './kpi-config.model.ts';
import { Entry } from './kpi.model.ts';

const storeParams = z.object({ store_id: Id });
const dayParams = z.object({ store_id: Id, date: NamedDay });
const sellerParams = dayParams.extend({ seller_id: Id });
const staff = ['gerant', 'manager'] as const;
const reason = (max: number) => lines({ min: 3, max });
const always = ['NOT_FOUND', 'STORE_FORBIDDEN'] as const;
const writing = [...always, 'STORE_NOT_OPEN', 'DAY_VALIDATED'] as const;

/** The endpoints of a store's day. */
export const dayApi = endpoints({
  showConfig: {
    method: 'GET',
    path: '/stores/:store_id/kpi-config',
    access: ['gerant', 'manager', 'seller'],
    summary: 'Who enters what in a store',
    params: storeParams,
    reply: KpiConfig,
    etag: true,
    refusals: [...always],
  },
  editConfig: {
    method: 'PUT',
    path: '/stores/:store_id/kpi-config',
    access: staff,
    summary: 'Decide who enters what in a store',
    params: storeParams,
    body: z.object({ entry_by: TrackedBy }),
    reply: KpiConfig,
    if_match: true,
    when_read_only: 'by_service',
    refusals: [...always, 'STALE_REVISION'],
  },
  showDay: {
    method: 'GET',
    path: '/stores/:store_id/days/:date',
    access: staff,
    summary: 'The day of a store: who entered what, who is missing',
    params: dayParams,
    reply: StoreDay,
    etag: true,
    refusals: [...always],
  },
  writeEntry: {
    method: 'PUT',
    path: '/stores/:store_id/days/:date/entries/:seller_id',
    access: staff,
    summary: 'Enter or correct the figures of a seller; a correction says why',
    params: sellerParams,
    body: DayFigures.extend({
      comment: lines({ max: 500 }).nullable().default(null),
      reason: reason(200).optional(),
    }),
    reply: z.object({ entry: Entry, day: DayHead }),
    if_match: true,
    when_read_only: 'by_service',
    refusals: [...writing, 'ENTRY_LOCKED', 'ENTRY_IN_OTHER_STORE', 'STALE_REVISION'],
  },
  removeEntry: {
    method: 'DELETE',
    path: '/stores/:store_id/days/:date/entries/:seller_id',
    access: staff,
    summary: 'Remove the figures of a seller, who may enter them again',
    params: sellerParams,
    query: z.object({ reason: reason(200).optional() }),
    reply: z.object({ success: z.literal(true), day: DayHead }),
    if_match: true,
    when_read_only: 'by_service',
    refusals: [...writing, 'ENTRY_LOCKED', 'STALE_REVISION'],
  },
  unlockEntry: {
    method: 'POST',
    path: '/stores/:store_id/days/:date/entries/:seller_id/unlock',
    access: ['gerant'],
    summary: 'Open figures of the till for correction, until the till sends that day again',
    params: sellerParams,
    body: z.object({ reason: reason(300) }),
    reply: z.object({ entry: Entry, day: DayHead, warning: z.string() }),
    when_read_only: 'by_service',
    refusals: [...writing, 'ENTRY_NOT_LOCKED'],
  },
  setFootfall: {
    method: 'PUT',
    path: '/stores/:store_id/days/:date/footfall',
    access: staff,
    summary: 'The visitors of the whole store; null lets the sellers’ own counts speak again',
    params: dayParams,
    body: z.object({ nb_prospects: z.int().nonnegative().max(100_000).nullable() }),
    reply: z.object({ footfall: Footfall, day: DayHead }),
    if_match: true,
    when_read_only: 'by_service',
    refusals: [...writing, 'STALE_REVISION'],
  },
  setAbsence: {
    method: 'PUT',
    path: '/stores/:store_id/days/:date/absences/:seller_id',
    access: staff,
    summary: 'Mark a seller as away that day',
    params: sellerParams,
    body: z.object({ reason: AbsenceReason }),
    reply: z.object({ day: DayHead }),
    when_read_only: 'by_service',
    refusals: [...writing, 'ENTRY_EXISTS'],
  },
  removeAbsence: {
    method: 'DELETE',
    path: '/stores/:store_id/days/:date/absences/:seller_id',
    access: staff,
    summary: 'Take an absence back',
    params: sellerParams,
    reply: z.object({ day: DayHead }),
    when_read_only: 'by_service',
    refusals: [...writing],
  },
  validateDay: {
    method: 'POST',
    path: '/stores/:store_id/days/:date/validate',
    access: staff,
    summary: 'Close a day; every missing seller is named',
    params: dayParams,
    body: z.object({ accept_missing: z.array(Id).max(500).default([]) }).nullable(),
    reply: StoreDay,
    if_match: true,
    when_read_only: 'by_service',
    refusals: [...always, 'STORE_NOT_OPEN', 'MISSING_ENTRIES', 'STALE_REVISION'],
  },
  reopenDay: {
    method: 'POST',
    path: '/stores/:store_id/days/:date/reopen',
    access: staff,
    summary: 'Open a closed day again, and say why',
    params: dayParams,
    body: z.object({ reason: reason(300) }),
    reply: StoreDay,
    when_read_only: 'by_service',
    refusals: [...always, 'STORE_NOT_OPEN', 'DAY_NOT_VALIDATED'],
  },
  showHistory: {
    method: 'GET',
    path: '/stores/:store_id/days/:date/history',
    access: staff,
    summary: 'Everything that happened to a day, newest first',
    params: dayParams,
    query: z.object({
      limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
      cursor: Cursor.optional(),
    }),
    reply: page(DayEvent),
    refusals: [...always],
  },
});
