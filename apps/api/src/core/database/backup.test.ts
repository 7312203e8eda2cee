import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Notes } from '../../../test/writing-process.ts';
import { backup } from './backup.ts';
import { fileOf, openDatabase } from './open.ts';

const program = join(import.meta.dirname, '../../../test/writing-process.ts');

describe('a backup of the embedded database', { timeout: 30_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'retail-performer-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('taken while others write is whole, and of one moment', async () => {
    const url = `file:${folder}/live`;
    const live = await openDatabase(url);
    await live.migrate([Notes]);
    const writer = spawn(process.execPath, [program, url, 'w'], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    writer.stdout.resume();
    const before = await live.of(Notes).count({});
    mkdirSync(join(folder, 'copy'));
    const target = fileOf(`file:${folder}/copy`) ?? '';
    backup(url, target);
    writer.stdin.end();
    await once(writer, 'close');
    expect(await live.of(Notes).count({})).toBeGreaterThan(before);
    await live.close();
    expect(readdirSync(join(folder, 'copy'))).toEqual(['retail-performer.db']);

    const file = new DatabaseSync(target);
    expect(file.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
    file.close();
    const copy = await openDatabase(`file:${folder}/copy`);
    await copy.migrate([Notes]);
    const pairs = await copy.of(Notes).aggregate({}, { by: ['pair'], count: 'notes' });
    expect(pairs.length).toBeGreaterThanOrEqual(before / 2);
    expect(pairs.every(({ notes }) => notes === 2)).toBe(true);
    await copy.close();
  });

  it('never replaces a file, and needs a database', async () => {
    const url = `file:${folder}`;
    expect(() => backup(url, join(folder, 'copy.db'))).toThrow('There is no database at');
    await (await openDatabase(url)).close();
    backup(url, join(folder, 'copy.db'));
    expect(() => backup(url, join(folder, 'copy.db'))).toThrow('is there already');
  });

  it('of a MongoDB server is left to its own tool', () => {
    expect(() => backup('mongodb://localhost:27017/shops', join(folder, 'copy.db'))).toThrow('mongodump');
  });
});
