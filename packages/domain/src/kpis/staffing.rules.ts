import { addDays, type Day } from '../kernel/index.ts';
import type { Place } from './month-place.rules.ts';
import { bitsFrom } from './store-month.rules.ts';

/** A stretch of days, both ends included; `to` null while it lasts. */
export interface WorkSpan {
  readonly from: Day;
  readonly to: Day | null;
}

/** Tells whether a day lies in a stretch. */
export const worksOn = ({ from, to }: WorkSpan, day: Day): boolean => from <= day && (to === null || day <= to);

/** The part of a stretch before the day on which someone stopped; null when nothing is left of it. */
export function workBefore(span: WorkSpan, stopped_on: Day | null): WorkSpan | null {
  if (stopped_on === null || (span.to !== null && span.to < stopped_on)) return span;
  return stopped_on <= span.from ? null : { from: span.from, to: addDays(stopped_on, -1) };
}

/** Someone of whom figures are expected in a store while he works there and is not away. */
export interface ExpectedSeller {
  readonly id: string;
  readonly spans: readonly { readonly from: Place; readonly to: Place | null }[];
  /** By the number of a month the bits of the days on which he is away. */
  readonly away: ReadonlyMap<number, number>;
}

/** The bits of the days of a month, by its number, on which someone works in a store, away or not. */
export function workingDays({ spans }: ExpectedSeller, month: number): number {
  let days = 0;
  for (const { from, to } of spans) {
    if (from.no > month || (to !== null && to.no < month)) continue;
    days |= bitsFrom(from.no === month ? from.day : 1, to?.no === month ? to.day : 31);
  }
  return days;
}

/** The bits of the days of a month on which figures are expected of someone if his store is open. */
export const expectedDays = (seller: ExpectedSeller, month: number): number =>
  workingDays(seller, month) & ~(seller.away.get(month) ?? 0);
