import type { Database } from '../core/database/collection.ts';
import { KpiEntries, KpiStoreDays } from '../features/kpis/kpi.collections.ts';

/** Throws unless the days of some stores add up to their entries, store by store. */
export async function requireEqualSums(database: Database, store_ids: readonly string[]): Promise<void> {
  const of = { store_id: { $in: store_ids } };
  const sum = { ca: 'ca_journalier', ventes: 'nb_ventes', articles: 'nb_articles' } as const;
  const entries = await database.of(KpiEntries).aggregate(of, { by: ['store_id'], sum, count: 'entries' });
  const days = await database
    .of(KpiStoreDays)
    .aggregate(of, { by: ['store_id'], sum: { ...sum, entries: 'seller_count' } });
  const told = new Map(days.map((day) => [day.store_id, day]));
  for (const entry of entries) {
    const day = told.get(entry.store_id);
    const equal = (['ca', 'ventes', 'articles', 'entries'] as const).every((figure) => day?.[figure] === entry[figure]);
    if (!equal) throw new Error(`The days of store ${entry.store_id} do not add up to its entries`);
  }
}
