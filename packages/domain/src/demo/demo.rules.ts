import type { Instant } from '../kernel/index.ts';

/** How many demonstrations live at a time. */
export const liveDemosMax = 200;

const minute = 60_000;

/** How long a demonstration stays after its last request. */
const demoLifeMs = 120 * minute;

/** When a demonstration that is used now ends without further use. */
export const demoEnd = (now: Date): Instant => new Date(now.getTime() + demoLifeMs).toISOString();

/** Whether a demonstration that ends then still lives. */
export const isDemoLive = (ends: Instant, now: Date): boolean => ends > now.toISOString();

/** Whether a use now is worth to be noted: a minute after the last one that was. */
export const isDemoUseWorthNoting = (ends: Instant, now: Date): boolean =>
  Date.parse(ends) <= now.getTime() + demoLifeMs - minute;
