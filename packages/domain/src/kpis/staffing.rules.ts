import { addDays, type Day } from '../kernel/index.ts';

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

/** The part of a stretch from the day on which someone stopped; null when there is none. */
export function workSince(span: WorkSpan, stopped_on: Day): WorkSpan | null {
  if (span.to !== null && span.to < stopped_on) return null;
  return stopped_on <= span.from ? span : { from: stopped_on, to: span.to };
}

/** Some sellers who work in a store for a stretch of days; a number below zero takes back those who stopped. */
export interface Staffing extends WorkSpan {
  readonly sellers: number;
}

/** How many sellers a store has at work on a day, whoever is away included. */
export const sellersOn = (staffing: readonly Staffing[], day: Day): number =>
  staffing.reduce((sum, span) => sum + (worksOn(span, day) ? span.sellers : 0), 0);
