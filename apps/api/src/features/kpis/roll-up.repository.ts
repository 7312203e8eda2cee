import type { KpiEntry, KpiStoreDay } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from './kpi.collections.ts';

type DayKey = Pick<KpiEntry, 'workspace_id' | 'store_id' | 'date' | 'updated_at'>;

/** Sums the days of these rows again, from their entries and the store's own count of visitors. */
export async function recomputeDays(at: Transaction, rows: readonly DayKey[]): Promise<void> {
  const days = new Map(rows.map((row) => [`${row.store_id}:${row.date}`, row]));
  for (const day of days.values()) await recomputeDay(at, day);
}

// Recomputed, never incremented: a repeated or repaired write cannot drift.
async function recomputeDay(at: Transaction, { workspace_id, store_id, date, updated_at }: DayKey): Promise<void> {
  const sums = at.of(KpiStoreDays);
  // Two writers of one day meet on this counter, so that the second one sums both entries.
  await sums.update({ store_id, date }, { inc: { rev: 1 } });
  const facts = await at.of(StoreDays).findOne({ store_id, date });
  const entries = at.of(KpiEntries);
  const total = await entries.total(
    { store_id, date },
    {
      sum: {
        ca_journalier: 'ca_journalier',
        nb_ventes: 'nb_ventes',
        nb_articles: 'nb_articles',
        nb_prospects_own: 'nb_prospects',
        nb_ventes_with_prospects: 'nb_ventes_with_prospects',
      },
      count: 'seller_count',
    },
  );
  const footfall = facts?.nb_prospects ?? null;
  if (total.seller_count === 0 && footfall === null) {
    await sums.remove({ store_id, date });
    return;
  }
  const row: KpiStoreDay = {
    ...total,
    id: `${store_id}:${date}`,
    workspace_id,
    store_id,
    date,
    nb_prospects: footfall ?? total.nb_prospects_own,
    nb_ventes_with_prospects: footfall === null ? total.nb_ventes_with_prospects : footfall > 0 ? total.nb_ventes : 0,
    locked_count: await entries.count({ store_id, date, locked: true }),
    manager_count: await entries.count({ store_id, date, entered_by_role: { $in: ['manager', 'gerant'] } }),
    status: facts?.status ?? 'open',
    rev: 1,
    updated_at,
  };
  await sums.upsert([row], { on: ['store_id', 'date'], keep: ['rev'] });
}
