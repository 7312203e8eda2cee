import { z } from 'zod';
import { AppError, Day, Id, line } from '../kernel/index.ts';
import { BatchLineCode, integrationErrors, SyncLineCode } from './integration.errors.ts';

/** How many lines one call may hold. */
export const maxSyncLines = 100;

// Tills and workflow tools export text: digits and a decimal point; a comma is not understood.
const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
const Numeric = z.preprocess(asNumber, z.number());

/** A name that a machine may leave out: empty is as good as none. */
const Named = z
  .string()
  .trim()
  .nullish()
  .transform((name) => name || null);

const figures = {
  ca_journalier: Numeric,
  nb_ventes: Numeric,
  nb_articles: Numeric,
  prospects: Numeric.optional(),
  nb_prospects: Numeric.optional(),
};

const counted = <F extends { prospects?: number | undefined; nb_prospects?: number | undefined }>({
  nb_prospects,
  prospects,
  ...others
}: F) => ({ ...others, prospects: prospects ?? nb_prospects ?? null });

/**
 * One seller's figures as a machine sends them. Here only their type counts: a value out of bounds costs its
 * line, not the call. `nb_prospects` is another name of `prospects`; null once neither was sent.
 */
export const SyncLine = z.object({ seller_id: Named, ...figures }).transform(counted);
export type SyncLine = z.output<typeof SyncLine>;

/** The same with a store and a day of its own; the seller may be named by the till's own code. */
export const BatchLine = z
  .object({ store_id: Named, date: z.string().trim(), seller_id: Named, seller_external_id: Named, ...figures })
  .transform(counted);
export type BatchLine = z.output<typeof BatchLine>;

const source = line({ max: 60 }).default('external_api');
const linesOf = <L extends z.ZodType>(each: L) =>
  z.array(each).min(1, 'TOO_FEW_ITEMS').meta({ maxItems: maxSyncLines });

const SyncBody = z.object({ store_id: z.string(), date: Day, kpi_entries: linesOf(SyncLine), source });

/** The figures of one store and day; too many lines are refused before anything else is looked at. */
export const SyncInput = z.preprocess(requireFewLines, SyncBody);
export type SyncInput = z.output<typeof SyncInput>;

/** Figures of several stores and days; too many lines are refused before anything else is looked at. */
export const BatchInput = z.preprocess(requireFewLines, z.object({ kpi_entries: linesOf(BatchLine), source }));
export type BatchInput = z.output<typeof BatchInput>;

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

/** The same for a line that named its own store and day. */
export const BatchLineError = z.object({
  index: z.int(),
  store_id: z.string().nullable(),
  date: z.string(),
  seller_id: z.string().nullable(),
  seller_external_id: z.string().nullable(),
  code: BatchLineCode,
  message: z.string(),
});
export type BatchLineError = z.output<typeof BatchLineError>;

const report = {
  status: z.enum(['success', 'partial_success', 'failed']),
  entries_created: z.int(),
  entries_updated: z.int(),
  total: z.int(),
};

/** What became of a sync; `total` lines were written, the others are listed in their order. */
export const SyncReport = z.object({ ...report, errors: z.array(SyncLineError), sync_id: Id });
export type SyncReport = z.output<typeof SyncReport>;

/** What became of a batch, alike. */
export const BatchReport = z.object({ ...report, errors: z.array(BatchLineError), sync_id: Id });
export type BatchReport = z.output<typeof BatchReport>;
