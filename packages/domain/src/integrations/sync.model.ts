import { z } from 'zod';
import { AppError, Day, Id, line } from '../kernel/index.ts';
import { integrationErrors, SyncLineCode } from './integration.errors.ts';

/** How many lines one call may hold. */
export const maxSyncLines = 100;

// Tills and workflow tools export text: digits and a decimal point; a comma is not understood.
const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
const Numeric = z.preprocess(asNumber, z.number());

/**
 * One seller's figures as a machine sends them. Here only their type counts: a value out of bounds costs its
 * line, not the call. `nb_prospects` is another name of `prospects`; null once neither was sent.
 */
export const SyncLine = z
  .object({
    seller_id: z
      .string()
      .trim()
      .nullish()
      .transform((id) => id || null),
    ca_journalier: Numeric,
    nb_ventes: Numeric,
    nb_articles: Numeric,
    prospects: Numeric.optional(),
    nb_prospects: Numeric.optional(),
  })
  .transform(({ nb_prospects, prospects, ...figures }) => ({
    ...figures,
    prospects: prospects ?? nb_prospects ?? null,
  }));
export type SyncLine = z.output<typeof SyncLine>;

const SyncBody = z.object({
  store_id: z.string(),
  date: Day,
  kpi_entries: z.array(SyncLine).min(1, 'TOO_FEW_ITEMS').meta({ maxItems: maxSyncLines }),
  source: line({ max: 60 }).default('external_api'),
});

/** The figures of one store and day; too many lines are refused before anything else is looked at. */
export const SyncInput = z.preprocess(requireFewLines, SyncBody);
export type SyncInput = z.output<typeof SyncInput>;

function requireFewLines(body: unknown): unknown {
  const lines = typeof body === 'object' && body !== null && 'kpi_entries' in body ? body.kpi_entries : null;
  if (Array.isArray(lines) && lines.length > maxSyncLines) throw new AppError(integrationErrors, 'TOO_MANY_ENTRIES');
  return body;
}

/** A line that was not written: its place in the call from 0, whom it named, and why. */
export const SyncLineError = z.object({
  index: z.int(),
  seller_id: z.string().nullable(),
  code: SyncLineCode,
  message: z.string(),
});
export type SyncLineError = z.output<typeof SyncLineError>;

/** What became of a sync; `total` lines were written, the others are listed in their order. */
export const SyncReport = z.object({
  status: z.enum(['success', 'partial_success', 'failed']),
  entries_created: z.int(),
  entries_updated: z.int(),
  total: z.int(),
  errors: z.array(SyncLineError),
  sync_id: Id,
});
export type SyncReport = z.output<typeof SyncReport>;
