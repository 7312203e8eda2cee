import { cents } from '@retail-performer/domain/kernel';
import type { KpiEntry, StoreDayRow } from '@retail-performer/domain/kpis';
import { workspaceScope } from '../src/core/scope.ts';
import { StoreDays } from '../src/features/kpis/kpi.collections.ts';
import { recomputeDays } from '../src/features/kpis/roll-up.repository.ts';
import { type Records, recordsAt } from '../src/records.ts';
import type { TestApp } from './test-app.ts';

/** The business day at which the clock of the tests stands. */
export const today = '2025-12-15';
const then = '2025-12-15T08:00:00.000Z';

/** An entry of Léa's in Lyon, as if she had typed it. */
export const entryRow = (more: Partial<KpiEntry> = {}): KpiEntry => ({
  id: `entry-of-${more.seller_id ?? 'lea'}-${more.date ?? today}`,
  workspace_id: 'mode',
  store_id: 'lyon',
  seller_id: 'lea',
  date: today,
  ca_journalier: cents(90_000),
  nb_ventes: 9,
  nb_articles: 12,
  nb_prospects: 30,
  nb_ventes_with_prospects: 9,
  field_sources: {},
  comment: null,
  source: 'manual',
  locked: false,
  entered_by: more.seller_id ?? 'lea',
  entered_by_role: 'seller',
  last_reason: null,
  sync_id: null,
  rev: 1,
  created_at: then,
  updated_at: then,
  ...more,
});

/** What the till makes of an entry. */
export const ofTheTill = { source: 'api', locked: true, entered_by: 'key', entered_by_role: 'api' } as const;

/** The facts of a day in Lyon. */
export const dayRow = (more: Partial<StoreDayRow> = {}): StoreDayRow => ({
  id: `${more.store_id ?? 'lyon'}:${more.date ?? today}`,
  workspace_id: 'mode',
  store_id: 'lyon',
  date: today,
  status: 'open',
  validated_at: null,
  validated_by: null,
  auto_validated: false,
  reopened_count: 0,
  reopened_at: null,
  reopened_by: null,
  reopen_reason: null,
  changed_after_validation: false,
  missing_accepted: [],
  nb_prospects: null,
  prospects_source: null,
  prospects_by: null,
  prospects_at: null,
  absences: {},
  has_absences: Object.keys(more.absences ?? {}).length > 0,
  rev: 1,
  created_at: then,
  updated_at: then,
  ...more,
});

/** Works with every repository inside one transaction. */
export const inTransaction = <R>(api: TestApp, work: (records: Records) => Promise<R>): Promise<R> =>
  api.database.transaction((tx) => work(recordsAt(tx, api.system)));

/** Writes entries past the endpoint, as a manager, the till or a repair does. */
export const put = (api: TestApp, ...rows: readonly KpiEntry[]): Promise<void> =>
  inTransaction(api, ({ entries }) => entries.save(workspaceScope(rows[0]?.workspace_id ?? 'mode'), rows));

/** Writes the facts of a day, and sums it again. */
export const putDay = (api: TestApp, row: StoreDayRow): Promise<void> =>
  api.database.transaction(async (tx) => {
    await tx.of(StoreDays).upsert([row], { on: ['store_id', 'date'] });
    await recomputeDays(tx, [row], row);
  });
