import { z } from 'zod';
import { Day } from './calendar.ts';

/** A month of the calendar, `YYYY-MM` since 2000. */
export const Month = z.string().refine((text) => Day.safeParse(`${text}-01`).success, { error: 'INVALID_FORMAT' });
export type Month = z.output<typeof Month>;
