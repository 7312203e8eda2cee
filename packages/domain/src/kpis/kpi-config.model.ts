import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';

const Who = z.enum(['seller', 'manager', 'till', 'none']);

/** Who enters each figure of a store; visitors may also be counted once for the whole `store`. */
export const EntryBy = z.object({
  ca_journalier: Who,
  nb_ventes: Who,
  nb_articles: Who,
  nb_prospects: z.enum([...Who.options, 'store']),
});
export type EntryBy = z.output<typeof EntryBy>;

/** The same, of which at least one figure is tracked at all. */
export const TrackedBy = EntryBy.refine((by) => Object.values(by).some((who) => who !== 'none'), {
  error: 'NOTHING_TRACKED',
});

/** Who enters what in one store; written with the store. */
export const KpiConfigRow = z.object({
  id: Id,
  workspace_id: Id,
  store_id: Id,
  entry_by: EntryBy,
  updated_by: Id.nullable(),
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type KpiConfigRow = z.output<typeof KpiConfigRow>;

/** How the people of a store enter their day. */
export const EntryMode = z.enum(['seller', 'manager', 'till']);
export type EntryMode = z.output<typeof EntryMode>;

/** Every figure entered by the seller: how a store begins. */
export const defaultEntryBy: EntryBy = {
  ca_journalier: 'seller',
  nb_ventes: 'seller',
  nb_articles: 'seller',
  nb_prospects: 'seller',
};

/** The one word for a configuration: who the figures of this store come from. */
export function entryModeOf(entry_by: EntryBy): EntryMode {
  const owners = new Set<string>(Object.values(entry_by));
  if (owners.has('seller')) return 'seller';
  if (owners.has('manager')) return 'manager';
  return owners.has('till') ? 'till' : 'seller';
}
