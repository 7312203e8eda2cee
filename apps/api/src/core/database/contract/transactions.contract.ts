import { expect, it } from 'vitest';
import type { Transaction } from '../collection.ts';
import { firstSales, type Opened, People, person, sale, Sales } from './sample.contract.ts';

/** What becomes of several writes that belong together. */
export function transactionsContract(database: Opened): void {
  const first = { id: { $in: firstSales.map(({ id }) => id) } };

  it('undoes a failed transaction in every collection', async () => {
    const failed = database().transaction(async (tx) => {
      await tx.of(People).insert([person('ghost')]);
      await tx.of(Sales).remove({});
      throw new Error('power cut');
    });
    await expect(failed).rejects.toThrow('power cut');
    expect(await database().of(People).get('ghost')).toBeNull();
    expect(await database().of(Sales).count(first)).toBe(3);
  });

  it('does not run a transaction again that wants a taken key', async () => {
    let runs = 0;
    const failed = database().transaction(async (tx) => {
      runs += 1;
      await tx.of(Sales).remove({ id: '2' });
      await tx.of(Sales).upsert([sale('1', 'tom', '2025-02-02', 1)], { on: ['seller_id', 'date'] });
    });
    await expect(failed).rejects.toMatchObject({ name: 'DuplicateKeyError', keys: ['id'] });
    expect(runs).toBe(1);
    expect(await database().of(Sales).count(first)).toBe(3);
  });

  it('shows its writes to itself, and to others only when it is over', async () => {
    const seen = await database().transaction(async (tx) => {
      await tx.of(People).insert([person('inner')]);
      return [await tx.of(People).get('inner'), await database().of(People).get('inner')];
    });
    expect(seen).toEqual([person('inner'), null]);
    expect(await database().of(People).get('inner')).toEqual(person('inner'));
  });

  it('counts each of twenty racing transactions', async () => {
    const increment = () =>
      database().transaction(async (tx) => {
        const found = await tx.of(Sales).get('1');
        await tx.of(Sales).update({ id: '1' }, { set: { amount: (found?.amount ?? 0) + 1 } });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await database().of(Sales).get('1')).toMatchObject({ amount: 120 });
  });

  it('refuses what would wait for itself: writing past the transaction while it runs', async () => {
    const write = () =>
      database()
        .of(People)
        .insert([person('past')]);
    await expect(database().transaction(write)).rejects.toThrow('within a transaction');
    const nested = database().transaction(() => database().transaction(async () => 'inner'));
    await expect(nested).rejects.toThrow('within a transaction');
    await write();
  });

  it('refuses what comes when the transaction is over', async () => {
    let kept: Transaction | null = null;
    await database().transaction(async (tx) => {
      kept = tx;
    });
    await expect(late(kept)).rejects.toThrow('over');
    expect(await database().of(People).get('late')).toBeNull();
  });
}

const late = (tx: Transaction | null) => tx?.of(People).insert([person('late')]);
