import { Instant } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import { collection } from '../database/collection.ts';

/** What a run did, by name. */
export const Counts = z.record(z.string(), z.int());
export type Counts = z.output<typeof Counts>;

/** One run of one kind of work: at most one a slot, however many processes plan it. */
export const JobRow = z.object({
  id: z.string(),
  kind: z.string(),
  /** `kind:slot`. */
  dedupe_key: z.string(),
  slot: z.string(),
  /** Where the next page begins; null at the start, and once all is done. */
  cursor: z.string().nullable(),
  /** When it may be taken next: its time, its next try, or the end of the hold of whoever runs it. */
  run_at: Instant,
  /** `failed` will be tried again, `dead` will not. */
  status: z.enum(['ready', 'running', 'done', 'failed', 'dead']),
  attempts: z.int(),
  max_attempts: z.int(),
  locked_by: z.string().nullable(),
  locked_until: Instant.nullable(),
  started_at: Instant.nullable(),
  finished_at: Instant.nullable(),
  /** What was done so far. */
  result: Counts,
  /** The kind of the last failure, never its words. */
  last_error: z.string().nullable(),
  created_at: Instant,
  updated_at: Instant,
});
export type JobRow = z.output<typeof JobRow>;

/** Every run of the last month. */
export const Jobs = collection('jobs', JobRow, {
  unique: [['dedupe_key']],
  index: [
    ['status', 'run_at'],
    ['kind', 'created_at', 'id'],
    ['created_at', 'id'],
  ],
});

/** Who may do something alone, and until when; `fence` counts the changes of owner. */
const LeaseRow = z.object({ id: z.string(), owner: z.string(), expires_at: Instant, fence: z.int() });

/** Rights that one process at a time holds. */
export const Leases = collection('leases', LeaseRow);
