import type { DaySpan } from '@retail-performer/domain/exports';

/** How many rows are read and written at once, unless a single day has more. */
const rowsAtOnce = 1000;

/** Parts a period into stretches of days whose rows may be in memory together; days without rows are in none. */
export function windowsOf(days: readonly { readonly date: string; readonly rows: number }[]): readonly DaySpan[] {
  const windows: (DaySpan & { readonly rows: number })[] = [];
  for (const { date, rows } of days) {
    const last = windows.at(-1);
    if (last === undefined || last.rows + rows > rowsAtOnce) windows.push({ start: date, end: date, rows });
    else windows[windows.length - 1] = { start: last.start, end: date, rows: last.rows + rows };
  }
  return windows;
}

/** Parts a list into pieces of some length. */
export function* chunksOf<T>(list: readonly T[], length: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += length) yield list.slice(start, start + length);
}
