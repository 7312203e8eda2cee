import { expect, it } from 'vitest';
import { type Opened, People, person, sale, Sales } from './sample.contract.ts';

/** What is found, and in which order. */
export function searchesContract(database: Opened): void {
  it('finds by every operator, nulls as in MongoDB', async () => {
    const sales = database().of(Sales);
    const ids = async (where: Parameters<typeof sales.find>[0]) =>
      (await sales.find(where, { sort: { id: 1 } })).map(({ id }) => id);
    expect(await ids({ seller_id: { $ne: 'lea' } })).toEqual(['2']);
    expect(await ids({ seller_id: { $in: [] } })).toEqual([]);
    expect(await ids({ seller_id: { $nin: ['tom'] }, amount: { $gte: 100 } })).toEqual(['1']);
    expect(await ids({ $or: [{ amount: { $lt: 60 } }, { seller_id: 'tom' }] })).toEqual(['2', '3']);
    expect(await ids({ $or: [] })).toEqual([]);
    expect(await sales.count({ date: { $gt: '2025-01-01', $lte: '2025-01-02' } })).toBe(1);
    const people = database().of(People);
    await people.insert([person('nul'), person('set', { till_code: 'B2', active: false })]);
    const among = { id: { $in: ['nul', 'set'] } };
    const names = async (where: Parameters<typeof people.find>[0]) =>
      (await people.find({ $and: [among, where] })).map(({ id }) => id);
    expect(await names({ till_code: { $nin: ['B2'] } })).toEqual(['nul']);
    expect(await names({ till_code: { $ne: 'B2' } })).toEqual(['nul']);
    expect(await names({ till_code: { $ne: null } })).toEqual(['set']);
    expect(await names({ till_code: null })).toEqual(['nul']);
    expect(await names({ active: { $in: [false] } })).toEqual(['set']);
    expect(await names({ active: { $nin: [false] } })).toEqual(['nul']);
  });

  it.each<[string, object]>([
    ['Unknown field', { nam: 'x' }],
    ['Unknown operator', { email: { $like: 'x' } }],
    ['cannot compare', { email: undefined }],
    ['cannot compare', { till_code: { $in: [null] } }],
    ['cannot compare', { settings: 'x' }],
  ])('refuses a filter it cannot answer: %s', async (message, where) => {
    await expect(database().of(People).find(where)).rejects.toThrow(message);
  });

  it('sorts texts by their code points, and finds them by how they begin', async () => {
    const people = database().of(People);
    const names = ['anne', 'anne\u{ff21}', 'anne\u{1f642}', 'année', 'anne-lise', 'annf', 'ann', 'Anne'];
    await people.insert(names.map((name_lc, place) => person(`p${place}`, { name_lc })));
    const found = await people.find(
      { name_lc: { $gte: 'anne', $lt: 'anne\u{10ffff}' } },
      { sort: { name_lc: 1 }, select: ['name_lc'] },
    );
    expect(found.map(({ name_lc }) => name_lc)).toEqual(['anne', 'anne-lise', 'anne\u{ff21}', 'anne\u{1f642}']);
  });

  it('pages without skipping', async () => {
    const options = { sort: { date: -1, id: 1 }, limit: 2 } as const;
    const sales = database().of(Sales);
    const first = await sales.find({}, options);
    expect(first.map(({ id }) => id)).toEqual(['3', '1']);
    const second = [sale('2', 'tom', '2025-01-01', 200)];
    expect(await sales.find({}, { ...options, after: first.at(-1) ?? {} })).toEqual(second);
    expect(await sales.find({}, { ...options, after: { date: '2025-01-01', id: '1' } })).toEqual(second);
    expect(await sales.find({}, { limit: 0 })).toEqual([]);
    await expect(sales.find({}, { ...options, after: { date: '2025-01-01' } })).rejects.toThrow('cannot compare');
  });

  it.each([1, -1] as const)('pages over missing values, which come before all others (direction %i)', async (way) => {
    const people = database().of(People);
    const codes = [null, 'Q1', null, 'Q2', null];
    await people.upsert(
      codes.map((till_code, place) => person(`q${place}`, { till_code, name_lc: 'paged' })),
      { on: ['email'] },
    );
    const seen: string[] = [];
    for (let after: object | null = {}; after !== null;) {
      const page: { readonly id: string; readonly till_code: string | null }[] = await people.find(
        { name_lc: 'paged' },
        { sort: { till_code: way, id: 1 }, limit: 1, ...(seen.length > 0 && { after }) },
      );
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1) ?? null;
    }
    expect(seen).toEqual(way === 1 ? ['q0', 'q2', 'q4', 'q1', 'q3'] : ['q3', 'q1', 'q0', 'q2', 'q4']);
  });

  it('sums by group, and answers zeros where there is nothing', async () => {
    const sales = database().of(Sales);
    const figures = { sum: { total: 'amount' }, max: { last: 'date' }, count: 'sales' } as const;
    expect(await sales.aggregate({ store_id: 'lyon' }, { by: ['seller_id'], ...figures })).toEqual([
      { seller_id: 'lea', total: 150, last: '2025-01-02', sales: 2 },
      { seller_id: 'tom', total: 200, last: '2025-01-01', sales: 1 },
    ]);
    expect(await sales.total({ store_id: 'nowhere' }, figures)).toEqual({ total: 0, last: null, sales: 0 });
    const both = await database()
      .of(People)
      .aggregate({ name_lc: 'paged' }, { by: ['active'], max: { code: 'till_code' } });
    expect(both).toEqual([{ active: true, code: 'Q2' }]);
  });
}
