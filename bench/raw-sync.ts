import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Cells = readonly SQLInputValue[];

/** The rows of one sync as they lie in the file, column by column. */
export interface StoredSync {
  readonly entries: readonly Cells[];
  readonly history: readonly Cells[];
  readonly log: Cells;
  readonly sums: Cells;
  readonly seller_ids: readonly string[];
  readonly store_id: string;
  readonly date: string;
}

/** The least that a sync takes: hand-written SQL in one transaction on a file of the same tables. */
export function rawSync(file: string) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000');
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456; PRAGMA wal_autocheckpoint = 1000');
  const columns = (table: string): readonly string[] =>
    database
      .prepare(`SELECT name FROM pragma_table_info(?)`)
      .all(table)
      .map(({ name }) => String(name));
  const insertion = (table: string): string =>
    `INSERT INTO ${table} (${columns(table).join(', ')}) VALUES (${columns(table)
      .map(() => '?')
      .join(', ')})`;
  const upsertion = (table: string, key: string, kept: readonly string[]): string => {
    const replaced = columns(table).filter((name) => !kept.includes(name));
    return `${insertion(table)} ON CONFLICT (${key}) DO UPDATE SET ${replaced.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  };

  const key = ['id', 'seller_id', 'date', 'created_at'];
  const found = database.prepare(
    'SELECT * FROM kpi_entries WHERE date = ? AND seller_id IN (SELECT value FROM json_each(?))',
  );
  const entry = database.prepare(upsertion('kpi_entries', 'seller_id, date', key));
  const history = database.prepare(insertion('kpi_history'));
  const sum = database.prepare(
    'SELECT SUM(ca_journalier), SUM(nb_ventes), SUM(nb_articles) FROM kpi_entries WHERE store_id = ? AND date = ?',
  );
  const day = database.prepare(upsertion('kpi_store_days', 'store_id, date', ['id', 'store_id', 'date']));
  const log = database.prepare(insertion('sync_logs'));

  return {
    write({ entries, history: lines, log: call, sums, seller_ids, store_id, date }: StoredSync): void {
      database.exec('BEGIN IMMEDIATE');
      found.all(date, JSON.stringify(seller_ids));
      for (const cells of entries) entry.run(...cells);
      sum.get(store_id, date);
      day.run(...sums);
      for (const cells of lines) history.run(...cells);
      log.run(...call);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

/** Reads what a sync has stored, so that the same can be written by hand. */
export function storedSyncs(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = (sql: string, ...values: Cells): Cells[] =>
    database
      .prepare(sql)
      .all(...values)
      .map((row) => Object.values(row));
  return {
    of(store_id: string, date: string, sync_id: string, seller_ids: readonly string[]): StoredSync {
      const [sums = []] = rows('SELECT * FROM kpi_store_days WHERE store_id = ? AND date = ?', store_id, date);
      const [log = []] = rows('SELECT * FROM sync_logs WHERE id = ?', sync_id);
      const at = 'at = (SELECT created_at FROM sync_logs WHERE id = ?)';
      return {
        entries: rows('SELECT * FROM kpi_entries WHERE sync_id = ?', sync_id),
        history: rows(`SELECT * FROM kpi_history WHERE store_id = ? AND date = ? AND ${at}`, store_id, date, sync_id),
        log,
        sums,
        seller_ids,
        store_id,
        date,
      };
    },
    close: () => database.close(),
  };
}
