import { z } from 'zod';
import { Day, Id, Instant, line, lines, ShownDay } from '../kernel/index.ts';

/** Closed against the habit, or open against it. */
export const ClosureKind = z.enum(['closed', 'exceptional_opening']);
/** What may explain the figures of some days. */
export const StoreEventKind = z.enum(['promotion', 'sales_period', 'works', 'local_event', 'staff_shortage', 'other']);

/** Days on which a store is closed, or open against its habit; `exceptional_opening` beats the weekly closing day. */
export const StoreClosureRow = z.object({
  id: Id,
  workspace_id: Id,
  store_id: Id,
  date_from: Day,
  date_to: Day,
  kind: ClosureKind,
  label: z.string(),
  created_by: Id,
  created_at: Instant,
  updated_at: Instant,
});
export type StoreClosureRow = z.output<typeof StoreClosureRow>;

/** Something that explains figures and changes none: works, a promotion, a local event. */
export const StoreEventRow = z.object({
  id: Id,
  workspace_id: Id,
  store_id: Id,
  date_from: Day,
  date_to: Day,
  kind: StoreEventKind,
  label: z.string(),
  note: z.string().nullable(),
  created_by: Id,
  created_at: Instant,
  updated_at: Instant,
});
export type StoreEventRow = z.output<typeof StoreEventRow>;

/** A closure or an exceptional opening as shown. */
export const StoreClosure = StoreClosureRow.omit({ workspace_id: true, updated_at: true });
export type StoreClosure = z.output<typeof StoreClosure>;

/** An event as shown. */
export const StoreEvent = StoreEventRow.omit({ workspace_id: true, updated_at: true });
export type StoreEvent = z.output<typeof StoreEvent>;

/** The closure as shown: exactly the fields of its wire form. */
export const storeClosureView = ({ workspace_id: _, updated_at: __, ...closure }: StoreClosureRow): StoreClosure =>
  closure;

/** The event as shown: exactly the fields of its wire form. */
export const storeEventView = ({ workspace_id: _, updated_at: __, ...event }: StoreEventRow): StoreEvent => event;

const dates = { date_from: Day, date_to: Day };
const longestClosure = 366;

const ordered = <T extends z.ZodType<{ date_from: Day; date_to: Day }>>(input: T) =>
  input
    .refine(({ date_from, date_to }) => date_from <= date_to, { path: ['date_to'], error: 'INVALID_RANGE' })
    .refine(
      ({ date_from, date_to }) =>
        date_from > date_to || (Date.parse(date_to) - Date.parse(date_from)) / 86_400_000 < longestClosure,
      { path: ['date_to'], error: 'RANGE_TOO_WIDE' },
    );

/** A closure or an exceptional opening, at most 366 days. */
export const StoreClosureInput = ordered(
  z.object({ ...dates, kind: ClosureKind, label: line({ max: 80 }).default('') }),
);
export type StoreClosureInput = z.output<typeof StoreClosureInput>;

/** An event of a store, at most 366 days. */
export const StoreEventInput = ordered(
  z.object({
    ...dates,
    kind: StoreEventKind,
    label: line({ min: 1, max: 80 }),
    note: lines({ max: 500 }).nullable().default(null),
  }),
);
export type StoreEventInput = z.output<typeof StoreEventInput>;

/** One day of the retail calendar, with the day of last year that it is compared with and why. */
export const CalendarDay = z.object({
  date: Day,
  weekday: z.int(),
  week: z.string(),
  holiday: z.object({ key: z.string(), name: z.string() }).nullable(),
  event: z.string().nullable(),
  mention: z.string().nullable(),
  school_holiday: z.string().nullable(),
  /** Null without a named store. */
  open: z.boolean().nullable(),
  paired: z.object({ date: ShownDay.nullable(), reason: z.string(), text: z.string() }),
});
export type CalendarDay = z.output<typeof CalendarDay>;
