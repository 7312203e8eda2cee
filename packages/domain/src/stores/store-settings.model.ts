import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';
import type { StoreSettingsRow } from './store.model.ts';

/** How a store opens and closes its days, as shown. */
export const StoreSettings = z.object({
  store_id: Id,
  /** ISO weekdays, 1 is Monday. */
  opening_days: z.array(z.int().min(1).max(7)),
  auto_validate: z.boolean(),
  rev: z.int(),
  updated_at: Instant,
  updated_by: Id.nullable(),
});
export type StoreSettings = z.output<typeof StoreSettings>;

const OpeningDays = z
  .array(z.int().min(1).max(7))
  .max(7)
  .refine((days) => new Set(days).size === days.length, { error: 'DUPLICATE_VALUE' })
  .overwrite((days) => days.toSorted((a, b) => a - b));

/** What changes of a store's settings; a key left out stays. */
export const StoreSettingsPatch = z.object({
  opening_days: OpeningDays.optional(),
  auto_validate: z.boolean().optional(),
});
export type StoreSettingsPatch = z.output<typeof StoreSettingsPatch>;

/** The settings as shown: exactly the fields of their wire form. */
export const storeSettingsView = (row: StoreSettingsRow): StoreSettings => ({
  store_id: row.store_id,
  opening_days: row.opening_days,
  auto_validate: row.auto_validate,
  rev: row.rev,
  updated_at: row.updated_at,
  updated_by: row.updated_by,
});
