import { expect, it } from 'vitest';
import type { Transaction } from '../collection.ts';
import { type Opened, People, person, sale, Sales } from './sample.contract.ts';

type Work<R> = (tx: Transaction) => Promise<R>;

/** What becomes of documents that several want to write. */
export function writesContract(database: Opened): void {
  const places = [
    ['inside transactions', <R>(work: Work<R>) => database().transaction(work)],
    ['outside of them', <R>(work: Work<R>) => work(database())],
  ] as const;
  const bySellerAndDay = { on: ['seller_id', 'date'] } as const;

  it('replaces by unique key, keeping the id and what it is told to keep', async () => {
    const sales = database().of(Sales);
    const options = { ...bySellerAndDay, keep: ['created_at'] } as const;
    await sales.upsert([sale('9', 'eve', '2025-03-01', 1)], options);
    await sales.upsert([sale('10', 'eve', '2025-03-01', 2)], options);
    expect(await sales.find({ seller_id: 'eve' })).toEqual([{ ...sale('9', 'eve', '2025-03-01', 2), created_at: '9' }]);
    expect(await sales.remove({ seller_id: 'eve' })).toBe(1);
  });

  it('adds the numbers that it is told to add to those of whoever it replaces', async () => {
    const sales = database().of(Sales);
    const options = { ...bySellerAndDay, add: ['amount'] } as const;
    for (const amount of [4, 3]) await sales.upsert([sale(`add-${amount}`, 'ada', '2025-03-01', amount)], options);
    expect(await sales.find({ seller_id: 'ada' })).toMatchObject([{ id: 'add-4', amount: 7, created_at: 'add-3' }]);
    expect(await sales.remove({ seller_id: 'ada' })).toBe(1);
  });

  it('adds by a unique key that has no value, for it is equal to nothing', async () => {
    const people = database().of(People);
    for (const id of ['new-1', 'new-2']) await people.upsert([person(id)], { on: ['till_code'] });
    expect(await people.count({ id: { $in: ['new-1', 'new-2'] } })).toBe(2);
    await people.upsert([person('coded', { till_code: 'N1' })], { on: ['till_code'] });
    await people.upsert([person('other', { till_code: 'N1', active: false })], { on: ['till_code'] });
    expect(await people.findOne({ till_code: 'N1' })).toMatchObject({ id: 'coded', active: false });
  });

  it.each(places)('keeps one document of ten racing first saves %s', async (where, run) => {
    const save = (_: unknown, place: number) =>
      run((tx) => tx.of(Sales).upsert([sale(`${where}-${place}`, where, '2025-05-01', place)], bySellerAndDay));
    await Promise.all(Array.from({ length: 10 }, save));
    expect(await database().of(Sales).count({ seller_id: where })).toBe(1);
    expect(
      await database()
        .of(Sales)
        .update({ seller_id: where }, { inc: { amount: 1 } }),
    ).toBe(1);
  });

  it('adds to whoever holds a key, and leaves the other fields as they were', async () => {
    const sales = database().of(Sales);
    const options = { ...bySellerAndDay, add: ['amount'] } as const;
    const first = sale('i1', 'ines', '2025-04-01', 5);
    expect(await sales.increment(first, options)).toEqual(first);
    const second = { ...sale('i2', 'ines', '2025-04-01', 7), store_id: 'nice' };
    expect(await sales.increment(second, options)).toEqual({ ...first, amount: 12 });
    expect(await sales.increment(second, { ...options, add: [] })).toEqual({ ...first, amount: 12 });
    expect(await sales.find({ seller_id: 'ines' })).toEqual([{ ...first, amount: 12 }]);
    const taken = sales.increment(sale('i1', 'ines', '2025-04-02', 1), options);
    await expect(taken).rejects.toMatchObject({ name: 'DuplicateKeyError', keys: ['id'] });
  });

  it.each(places)('counts each of twenty racing increments %s', async (where, run) => {
    const key = `counted ${where}`;
    const add = (_: unknown, place: number) =>
      run((tx) =>
        tx.of(Sales).increment(sale(`${key}-${place}`, key, '2025-06-01', 1), { ...bySellerAndDay, add: ['amount'] }),
      );
    const stored = await Promise.all(Array.from({ length: 20 }, add));
    expect(stored.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, place) => place + 1),
    );
    expect(
      await database()
        .of(Sales)
        .total({ seller_id: key }, { sum: { amount: 'amount' }, count: 'rows' }),
    ).toEqual({
      amount: 20,
      rows: 1,
    });
  });
}
