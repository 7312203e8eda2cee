import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Notes } from '../../../../test/writing-process.ts';
import { fileOf, openDatabase } from '../open.ts';

const program = join(import.meta.dirname, '../../../../test/writing-process.ts');

interface Writer {
  readonly process: ChildProcess;
  readonly acknowledged: () => readonly string[];
}

describe('one file and several processes', { timeout: 30_000 }, () => {
  let folder: string;
  let url: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'retail-performer-'));
    url = `file:${folder}`;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const start = (name: string): Writer => {
    const child = spawn(process.execPath, [program, url, name], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    // Whoever is killed may leave half a line behind.
    return { process: child, acknowledged: () => output.split('\n').slice(0, -1) };
  };

  it('keep every commit that was acknowledged, though some are killed while they write', async () => {
    const database = await openDatabase(url);
    await database.migrate([Notes]);
    const writers = ['w1', 'w2', 'w3', 'w4'].map(start);
    const ended = Promise.all(writers.map(({ process: child }) => once(child, 'close')));
    const atLeast = async (count: number) => {
      while (writers.some(({ acknowledged }) => acknowledged().length < count)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await atLeast(20);
    const [first, second, ...others] = writers;
    first?.process.kill('SIGKILL');
    second?.process.kill('SIGKILL');
    for (const { process: child } of others) child.stdin?.end();
    const codes = await ended;
    expect(codes).toEqual([
      [null, 'SIGKILL'],
      [null, 'SIGKILL'],
      [0, null],
      [0, null],
    ]);

    const acknowledged = writers.flatMap((writer) => writer.acknowledged());
    const pairs = await database.of(Notes).aggregate({}, { by: ['pair'], count: 'notes' });
    const stored = new Map(pairs.map(({ pair, notes }) => [pair, notes]));
    expect(acknowledged.filter((pair) => !stored.has(pair))).toEqual([]);
    expect([...stored.values()].every((notes) => notes === 2)).toBe(true);
    // Of each process that was killed, at most the commit it could not tell of any more.
    expect(stored.size - acknowledged.length).toBeLessThanOrEqual(2);
    await database.of(Notes).insert([{ id: 'after', pair: 'after', text: '' }]);
    await database.close();

    const file = new DatabaseSync(fileOf(url) ?? '');
    expect(file.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
    file.close();
  });
});
