import { z } from 'zod';
import { Day, Email, endpoints, ExternalId, Id, line, lines, Name, Phone, Role, TimeZone } from '../kernel/index.ts';
import { StoreSettings, StoreSettingsPatch } from './store-settings.model.ts';
import { CutoffHour, Store } from './store.model.ts';

const params = z.object({ store_id: Id });
const optional = <T extends z.ZodType>(field: T) => field.nullable().optional();

/** What changes of a store; null clears or brings back what a new store begins with, a key left out stays. */
export const StorePatch = z.object({
  name: Name.optional(),
  location: optional(line({ max: 120 })),
  address: optional(line({ max: 300 })),
  phone: optional(Phone),
  email: optional(Email),
  opening_hours: optional(lines({ max: 300 })),
  description: optional(lines({ max: 2000 })),
  manager_id: optional(Id),
  timezone: optional(TimeZone),
  cutoff_hour: optional(CutoffHour),
  opened_on: optional(Day),
  external_id: ExternalId.optional(),
});
export type StorePatch = z.output<typeof StorePatch>;

/** What closing a store did to its people. */
export const StoreClosed = z.object({
  store: Store,
  suspended_managers: z.int(),
  suspended_sellers: z.int(),
  cancelled_invitations: z.int(),
  seats_freed: z.int(),
});
export type StoreClosed = z.output<typeof StoreClosed>;

/** An open store again, and who was suspended by its closing. */
export const StoreReopened = z.object({
  store: Store,
  staff_to_reactivate: z.array(z.object({ user_id: Id, name: z.string(), role: Role })),
});
export type StoreReopened = z.output<typeof StoreReopened>;

/** The endpoints of one store's life and settings. */
export const storeLifeApi = endpoints({
  showStore: {
    method: 'GET',
    path: '/stores/:store_id',
    access: ['gerant', 'manager', 'seller'],
    summary: 'One store and the business day there',
    params,
    reply: Store.extend({ today: Day }),
    etag: true,
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN'],
  },
  editStore: {
    method: 'PATCH',
    path: '/stores/:store_id',
    access: ['gerant'],
    summary: 'Change what is known of a store',
    params,
    body: StorePatch,
    reply: Store,
    if_match: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'STORE_CLOSED', 'EXTERNAL_ID_IN_USE', 'NOTHING_TO_UPDATE', 'STALE_REVISION'],
  },
  suspendStore: {
    method: 'POST',
    path: '/stores/:store_id/suspend',
    access: ['gerant'],
    summary: 'Close a store for a while: readable, no figures',
    params,
    reply: Store,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION'],
  },
  reopenStore: {
    method: 'POST',
    path: '/stores/:store_id/reopen',
    access: ['gerant'],
    summary: 'Open a suspended or closed store again',
    params,
    reply: StoreReopened,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION'],
  },
  closeStore: {
    method: 'POST',
    path: '/stores/:store_id/close',
    access: ['gerant'],
    summary: 'Close a store, with what that means for its people, invitations and keys',
    params,
    reply: StoreClosed,
    idempotent: true,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION'],
  },
  showSettings: {
    method: 'GET',
    path: '/stores/:store_id/settings',
    access: ['gerant', 'manager'],
    summary: 'Opening days and automatic validation of a store',
    params,
    reply: StoreSettings,
    etag: true,
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN'],
  },
  editSettings: {
    method: 'PATCH',
    path: '/stores/:store_id/settings',
    access: ['gerant', 'manager'],
    summary: 'Change opening days; automatic validation by the owner only',
    params,
    body: StoreSettingsPatch,
    reply: StoreSettings,
    if_match: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN', 'OWNER_ONLY_FIELD', 'NOTHING_TO_UPDATE', 'STALE_REVISION'],
  },
});
