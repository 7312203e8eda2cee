import type { TradingDay } from './trade.rules.ts';

/** Why a seller at that place of the rota is away on an opening day; null when he works. */
export function awayOn(place: number, day: TradingDay): 'leave' | 'off' | null {
  if (worksOn(place, day)) return null;
  return onLeave(place, day.week) ? 'leave' : 'off';
}

/** Whether the seller at that place of the rota works on an opening day: five days a week, four weeks of leave. */
export function worksOn(place: number, { weekday, week }: TradingDay): boolean {
  if (onLeave(place, week)) return false;
  // Saturdays need everyone, as do the Sundays before Christmas.
  if (weekday >= 6) return true;
  return weekday !== 1 + ((place * 2 + week) % 5);
}

/** Whether the seller at that place is on leave in an ISO week; colleagues take turns, so that no store is ever empty. */
export function onLeave(place: number, week: number): boolean {
  const summer = 28 + (place % 3) * 3;
  const winter = 6 + (place % 4);
  return (week >= summer && week < summer + 3) || week === winter;
}
