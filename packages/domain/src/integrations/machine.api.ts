import { z } from 'zod';
import { Cursor, Day, DayRange, endpoints, Id, Instant, page } from '../kernel/index.ts';
import { Entry } from '../kpis/index.ts';
import { KpiTotals } from '../kpis/totals.model.ts';
import { StoreStatus } from '../stores/index.ts';
import { BatchInput, BatchReport } from './sync.model.ts';

const ExternalId = z.string().nullable();
const pageQuery = {
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
  cursor: Cursor.optional(),
};

/** A person as machines know him: enough to match a till's clerk, no address. */
export const MachinePerson = z.object({
  id: Id,
  name: z.string(),
  external_id: ExternalId,
  status: z.enum(['invited', 'active', 'suspended']),
});
export type MachinePerson = z.output<typeof MachinePerson>;

/** A store as machines know it, with the people who work there now. */
export const MachineStore = z.object({
  id: Id,
  name: z.string(),
  external_id: ExternalId,
  status: StoreStatus,
  timezone: z.string(),
  managers: z.array(MachinePerson),
  sellers: z.array(MachinePerson),
});
export type MachineStore = z.output<typeof MachineStore>;

/** What the stores of a key did in a period, each and together. */
export const MachineStats = z.object({
  start_date: Day,
  end_date: Day,
  totals: KpiTotals,
  stores: z.array(
    z.object({ store_id: Id, name: z.string(), external_id: ExternalId, status: StoreStatus, totals: KpiTotals }),
  ),
});
export type MachineStats = z.output<typeof MachineStats>;

/** Which entries a machine asks for. */
export const EntryFeedQuery = z
  .object({
    updated_since: Instant.optional(),
    store_id: Id.optional(),
    start_date: Day.optional(),
    end_date: Day.optional(),
    ...pageQuery,
  })
  .refine(({ start_date = '', end_date = '9999' }) => start_date <= end_date, {
    path: ['end_date'],
    error: 'INVALID_RANGE',
  });
export type EntryFeedQuery = z.output<typeof EntryFeedQuery>;

const store = ['NOT_FOUND', 'STORE_NOT_ALLOWED'] as const;

/** The endpoints by which machines read, and write figures of several stores at once. */
export const machineApi = endpoints({
  listMachineStores: {
    method: 'GET',
    path: '/integrations/stores',
    aliases: ['/integrations/my-stores'],
    access: { api_key: 'read:stores' },
    summary: 'The stores of the key by name, with the people who work there',
    query: z.object(pageQuery),
    reply: page(MachineStore),
    limit: 'api_key',
  },
  showMachineStats: {
    method: 'GET',
    path: '/integrations/stats',
    aliases: ['/integrations/my-stats'],
    access: { api_key: 'read:stats' },
    summary: 'What the stores of the key did in a period, each and together',
    query: DayRange.safeExtend({ store_id: Id.optional() }),
    reply: MachineStats,
    limit: 'api_key',
    refusals: store,
  },
  listMachineEntries: {
    method: 'GET',
    path: '/integrations/kpi/entries',
    access: { api_key: 'read:stats' },
    summary: 'Entries by their last change, oldest first; ask again from the last one seen',
    query: EntryFeedQuery,
    reply: page(Entry),
    limit: 'api_key',
    refusals: store,
  },
  sendBatch: {
    method: 'POST',
    path: '/integrations/kpi/batch',
    access: { api_key: 'write:kpi' },
    summary: 'Write the till’s figures of several stores and days, at most 100 lines at once',
    body: BatchInput,
    reply: BatchReport,
    idempotent: true,
    limit: 'api_key',
    refusals: ['TOO_MANY_ENTRIES'],
  },
});
