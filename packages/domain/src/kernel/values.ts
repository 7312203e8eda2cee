import { z } from 'zod';

/** An instant, ISO-8601 UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.output<typeof Instant>;

/** An identifier; any text of any length may be asked for, an unknown one is simply not found. */
export const Id = z.string();

/** A count of things of one day. */
export const Count = z.int().nonnegative().max(100_000);

/** A percentage with two decimals. */
export const Percent = z.number();

/** The plain answer of a deed that has nothing else to tell. */
export const Ok = z.object({ success: z.literal(true), message: z.string() });
export type Ok = z.output<typeof Ok>;

/** The plain answer that only speaks. */
export const Message = z.object({ message: z.string() });

/**
 * Where a list goes on, as the server named it. The longest names a person or a store by 120 characters of four bytes
 * beside an identifier: some 750 characters.
 */
export const Cursor = z.string().max(1000);

/** A list that goes on at `next_cursor`. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });
