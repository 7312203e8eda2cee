import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collection, type Database, DatabaseUnavailableError } from '../collection.ts';
import { sale, Sales } from '../contract/sample.contract.ts';
import { connect } from './connection.ts';
import { openSqlite } from './database.ts';
import { portError } from './failures.ts';

const unavailable = (work: Promise<unknown>) => expect(work).rejects.toBeInstanceOf(DatabaseUnavailableError);

describe('the embedded database at its limits', () => {
  let folder: string;
  let file: string;
  let database: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'retail-performer-'));
    file = join(folder, 'test.db');
    database = await openSqlite(file, { patienceMs: 60, transactionMs: 60 });
    await database.migrate([Sales]);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  it('says so when there is no turn to write in time, reads meanwhile, and writes when there is one', async () => {
    const sales = database.of(Sales);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const late = unavailable(sales.insert([sale('1', 'lea', '2025-01-01', 1)]));
    const later = unavailable(database.transaction((tx) => tx.of(Sales).remove({})));
    expect(await sales.find({})).toEqual([]);
    await late;
    await later;
    other.exec('ROLLBACK');
    other.close();
    await sales.insert([sale('1', 'lea', '2025-01-01', 1)]);
    expect(await sales.count({})).toBe(1);
  });

  it('ends a transaction that does not come to its end, undoes it, and lets others write', async () => {
    const endless = database.transaction(async (tx) => {
      await tx.of(Sales).insert([sale('1', 'lea', '2025-01-01', 1)]);
      await new Promise(() => undefined);
    });
    await unavailable(endless);
    await database.of(Sales).insert([sale('2', 'lea', '2025-01-01', 1)]);
    expect(await database.of(Sales).find({}, { select: ['id'] })).toEqual([{ id: '2' }]);
  });

  it('says so when the disk is full, and goes on when there is room', () => {
    const connection = connect(join(folder, 'full.db'), 'write');
    connection.run('CREATE TABLE blobs (value TEXT) STRICT');
    connection.rows('PRAGMA max_page_count = 20');
    const fill = () => connection.run('INSERT INTO blobs VALUES (?)', [['x'.repeat(500_000)]]);
    expect(failureOf(fill)).toBeInstanceOf(DatabaseUnavailableError);
    connection.rows('PRAGMA max_page_count = 1000');
    expect(fill()).toBe(1);
    connection.close();
  });

  it('says so when there is no place for the file, but leaves mistakes of the program what they are', async () => {
    await unavailable(openSqlite(join(folder, 'nowhere', 'test.db')));
    const connection = connect(file, 'write');
    const mistake = failureOf(() => connection.run('SELECT nonsense FROM nowhere'));
    expect(mistake).not.toBeInstanceOf(DatabaseUnavailableError);
    expect(String(mistake)).toContain('no such table');
    connection.close();
  });

  it('lets the process do other things while a long loop reads or writes', async () => {
    const sales = database.of(Sales);
    expect(await isStarved(() => sales.get('1'))).toBe(false);
    expect(await isStarved(() => sales.update({ id: '1' }, { inc: { amount: 1 } }))).toBe(false);
    expect(await isStarved(() => database.transaction((tx) => tx.of(Sales).get('1')))).toBe(false);
  });

  it('does not let its log grow without bound', async () => {
    const texts = Array.from({ length: 60 }, (_, place) => sale(`${place}`, `seller ${place}`, '2025-01-01', 1));
    for (let round = 0; round < 60; round += 1) {
      const created_at = `${round}`.repeat(2_000);
      await database.of(Sales).upsert(
        texts.map((each) => ({ ...each, created_at })),
        { on: ['seller_id', 'date'] },
      );
    }
    expect(statSync(`${file}-wal`).size).toBeLessThan(8_000_000);
    expect(await database.of(Sales).count({})).toBe(60);
  });

  it('refuses a model whose field is stored as another type', async () => {
    const Other = collection('sales', z.object({ id: z.string(), amount: z.string() }));
    await expect(database.migrate([Other])).rejects.toThrow('sales.amount is stored as INTEGER, not as TEXT');
  });
});

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return portError(error);
  }
}

async function isStarved(work: () => Promise<unknown>): Promise<boolean> {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  for (const end = performance.now() + 60; performance.now() < end;) await work();
  clearInterval(timer);
  return turns === 0;
}
