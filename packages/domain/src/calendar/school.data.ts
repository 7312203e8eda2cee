import type { Day } from '../kernel/index.ts';

/** The three zones of French school holidays. */
export type SchoolZone = 'A' | 'B' | 'C';

/** One holiday: from the Saturday of departure to the last Sunday or holiday; null while its end is not published. */
export interface SchoolHoliday {
  readonly key: 'toussaint' | 'noel' | 'hiver' | 'printemps' | 'ete';
  readonly zones: readonly SchoolZone[];
  readonly start: Day;
  readonly end: Day | null;
}

const all: readonly SchoolZone[] = ['A', 'B', 'C'];

/** Official open data of the ministry of education, school years 2024-2025 to 2026-2027 as far as published. */
export const schoolHolidays: readonly SchoolHoliday[] = [
  { key: 'toussaint', zones: all, start: '2024-10-19', end: '2024-11-03' },
  { key: 'noel', zones: all, start: '2024-12-21', end: '2025-01-05' },
  { key: 'hiver', zones: ['A'], start: '2025-02-22', end: '2025-03-09' },
  { key: 'hiver', zones: ['B'], start: '2025-02-08', end: '2025-02-23' },
  { key: 'hiver', zones: ['C'], start: '2025-02-15', end: '2025-03-02' },
  { key: 'printemps', zones: ['A'], start: '2025-04-19', end: '2025-05-04' },
  { key: 'printemps', zones: ['B'], start: '2025-04-05', end: '2025-04-21' },
  { key: 'printemps', zones: ['C'], start: '2025-04-12', end: '2025-04-27' },
  { key: 'ete', zones: all, start: '2025-07-05', end: '2025-08-31' },
  { key: 'toussaint', zones: all, start: '2025-10-18', end: '2025-11-02' },
  { key: 'noel', zones: all, start: '2025-12-20', end: '2026-01-04' },
  { key: 'hiver', zones: ['A'], start: '2026-02-07', end: '2026-02-22' },
  { key: 'hiver', zones: ['B'], start: '2026-02-14', end: '2026-03-01' },
  { key: 'hiver', zones: ['C'], start: '2026-02-21', end: '2026-03-08' },
  { key: 'printemps', zones: ['A'], start: '2026-04-04', end: '2026-04-19' },
  { key: 'printemps', zones: ['B'], start: '2026-04-11', end: '2026-04-26' },
  { key: 'printemps', zones: ['C'], start: '2026-04-18', end: '2026-05-03' },
  { key: 'ete', zones: all, start: '2026-07-04', end: '2026-08-31' },
  { key: 'toussaint', zones: all, start: '2026-10-17', end: '2026-11-01' },
  { key: 'ete', zones: all, start: '2027-07-03', end: null },
];
