import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Entry } from './data-layer.chain.ts';

const sums = 'SUM(ca_journalier), SUM(nb_ventes), SUM(nb_articles), SUM(nb_prospects), COUNT(*)';

/** The same work as through the port, in hand-written SQL on statements that are prepared once. */
export function rawLayer(file: string) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA mmap_size = 268435456');
  const find = database.prepare('SELECT * FROM kpi_entries WHERE seller_id = ? AND date = ?');
  const upsert = database.prepare(`INSERT INTO kpi_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (seller_id, date) DO UPDATE SET workspace_id = excluded.workspace_id, store_id = excluded.store_id,
    ca_journalier = excluded.ca_journalier, nb_ventes = excluded.nb_ventes, nb_articles = excluded.nb_articles,
    nb_prospects = excluded.nb_prospects, comment = excluded.comment, locked = excluded.locked,
    updated_at = excluded.updated_at`);
  const sumUp = database.prepare(`INSERT INTO kpi_store_days
    SELECT ? || ':' || ?, ?, ?, ?, ${sums}, 1 FROM kpi_entries WHERE store_id = ? AND date = ?
    ON CONFLICT (store_id, date) DO UPDATE SET total_ca = excluded.total_ca, total_ventes = excluded.total_ventes,
    total_articles = excluded.total_articles, total_prospects = excluded.total_prospects,
    seller_count = excluded.seller_count`);
  const monthly = database.prepare(`SELECT store_id, SUM(total_ca), SUM(total_ventes), SUM(total_articles),
    SUM(total_prospects), COUNT(*) FROM kpi_store_days WHERE workspace_id = ? AND date >= ? AND date <= ?
    GROUP BY store_id ORDER BY store_id`);
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];

  const saveMany = (entries: readonly Entry[]): void => {
    const [first] = entries;
    if (first === undefined) return;
    const { workspace_id, store_id, date } = first;
    begin.run();
    for (const entry of entries) upsert.run(...Object.values({ ...entry, locked: Number(entry.locked) }));
    sumUp.run(store_id, date, workspace_id, store_id, date, store_id, date);
    commit.run();
  };
  return {
    find: ({ seller_id, date }: { readonly seller_id: string; readonly date: string }) => find.get(seller_id, date),
    save: (entry: Entry) => saveMany([entry]),
    saveMany,
    /** Waits for its turn as the port does, when another process is writing. */
    async saveInTurn(entries: readonly Entry[]): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          saveMany(entries);
          return;
        } catch (error) {
          if (!(error instanceof Error) || !error.message.includes('locked')) throw error;
        }
        await sleep(Math.random() * Math.min(20, attempt));
      }
    },
    sums: (...values: readonly SQLInputValue[]) => monthly.all(...values),
    close: () => database.close(),
  };
}
