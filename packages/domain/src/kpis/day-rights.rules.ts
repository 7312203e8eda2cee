import type { StoreDay } from './day.model.ts';

/** What decides whether a day may be written. */
export interface DayStanding {
  /** Why the whole space may only be read; null when it may be written. */
  readonly block_code: string | null;
  readonly store_open: boolean;
  readonly validated: boolean;
  /** Why the date takes no figures. */
  readonly date_refusal: string | null;
  readonly after_today: boolean;
  /** Whether the reader owns the store. */
  readonly owns: boolean;
  readonly any_locked: boolean;
}

/** What the reader may do with the day; `reason_code` is what an attempt to enter figures would be answered. */
export function dayCan(standing: DayStanding): StoreDay['can'] {
  const { block_code, store_open, validated, date_refusal } = standing;
  const shut = block_code ?? (store_open ? null : 'STORE_NOT_OPEN');
  const reason_code = shut ?? (validated ? 'DAY_VALIDATED' : date_refusal);
  const enter = reason_code === null;
  return {
    enter,
    footfall: enter,
    validate: enter && !standing.after_today,
    reopen: shut === null && validated && date_refusal === null,
    unlock: enter && standing.owns && standing.any_locked,
    reason_code,
  };
}
