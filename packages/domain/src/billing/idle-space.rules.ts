import { addMonths, type Instant } from '../kernel/index.ts';

/** How long nobody has opened a space, against how long such a space is kept. */
export interface Idle {
  readonly since: Instant;
  /** Months after which it may be removed, at least three. */
  readonly months: number;
  /** When its owner was told, by how many mails; null where that mail has not left. */
  readonly told: { readonly first: Instant | null; readonly second: Instant | null };
}

/** What is due: a first word two months before the end, a second one a month before it, then the removal. */
export type IdleStep = 'first' | 'second' | 'remove' | null;

/** After each word at least this long passes before the next step, however late the first one was. */
const noticeMs = 28 * 86_400_000;

/** The next step for a space that may only be read and that nobody opens; nothing is removed without both words. */
export function idleStepOf({ since, months, told: { first, second } }: Idle, now: Date): IdleStep {
  const isPast = (after: number): boolean => monthsLater(since, after) <= now.toISOString();
  const hasHadTime = (instant: Instant): boolean => now.getTime() - Date.parse(instant) >= noticeMs;
  if (first === null) return isPast(months - 2) ? 'first' : null;
  if (second === null) return isPast(months - 1) && hasHadTime(first) ? 'second' : null;
  return isPast(months) && hasHadTime(second) ? 'remove' : null;
}

/** When a space may be removed at the earliest, if its owner is told now for the `first` or the `second` time. */
export function removalOf(
  { since, months }: Pick<Idle, 'since' | 'months'>,
  step: 'first' | 'second',
  now: Date,
): Instant {
  const notice = new Date(now.getTime() + noticeMs * (step === 'first' ? 2 : 1)).toISOString();
  const regular = monthsLater(since, months);
  return regular > notice ? regular : notice;
}

const monthsLater = (instant: Instant, months: number): Instant =>
  addMonths(instant.slice(0, 10), months) + instant.slice(10);
