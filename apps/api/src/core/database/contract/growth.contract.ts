import { expect, it } from 'vitest';
import { z } from 'zod';
import { collection } from '../collection.ts';
import type { Opened } from './sample.contract.ts';

const Shop = z.object({ id: z.string(), name: z.string(), fax: z.string() });
const Shops = collection('shops', Shop, { unique: [['name']], index: [['fax']] });

const GrownShop = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  status: z.enum(['open', 'closed']),
  floors: z.int(),
  listed: z.boolean(),
  tags: z.array(z.string()),
});
const GrownShops = collection('shops', GrownShop, {
  unique: [['name'], ['phone']],
  index: [['status', 'floors']],
  defaults: { status: 'open', floors: 1, listed: true, tags: ["l'été"] },
});
const lyon = { phone: null, status: 'open', floors: 1, listed: true, tags: ["l'été"] } as const;

/** What becomes of documents whose model changes. */
export function growthContract(database: Opened): void {
  it('gives documents that are there the fields that their model got since', async () => {
    await database().migrate([Shops]);
    await database()
      .of(Shops)
      .insert([{ id: '1', name: 'Lyon', fax: '04' }]);
    await database().migrate([GrownShops]);
    await database().migrate([GrownShops]);
    const shops = database().of(GrownShops);
    expect(await shops.get('1')).toEqual({ id: '1', name: 'Lyon', ...lyon });
    expect(await shops.find({ status: 'open', floors: { $lte: 1 }, listed: true, phone: null })).toHaveLength(1);
    expect(await shops.aggregate({ status: 'open' }, { by: ['status'], sum: { floors: 'floors' } })).toEqual([
      { status: 'open', floors: 1 },
    ]);
    await shops.insert([{ ...lyon, id: '2', name: 'Nice', phone: '04', tags: [] }]);
    const taken = shops.insert([{ ...lyon, id: '3', name: 'Metz', phone: '04', tags: [] }]);
    await expect(taken).rejects.toMatchObject({ keys: ['phone'] });
  });

  it('still serves a process that has the model of before', async () => {
    await database()
      .of(Shops)
      .insert([{ id: '4', name: 'Brest', fax: '02' }]);
    expect(await database().of(Shops).get('4')).toEqual({ id: '4', name: 'Brest', fax: '02' });
    expect(await database().of(GrownShops).get('4')).toEqual({ id: '4', name: 'Brest', ...lyon });
  });

  it('finds by the indexes that were added', async () => {
    const column = GrownShops.columns.find(({ name }) => name === 'status');
    if (column === undefined) throw new Error('No such column');
    const filter = { column, operator: '$eq', value: 'open' } as const;
    const query = { table: GrownShops, kind: 'find', filter, order: [], limit: null } as const;
    expect(await database().explain(query)).toEqual({ index: 'status__floors', scan: false });
  });

  it('refuses a new field of which nobody says what the documents there have', async () => {
    const Bare = collection('shops', Shop.extend({ owner: z.string() }));
    await expect(database().migrate([Bare])).rejects.toThrow('shops.owner is new: declare a default');
    const Unused = collection('unused', z.object({ id: z.string() }));
    await database().migrate([Unused]);
    await database().migrate([collection('unused', z.object({ id: z.string(), owner: z.string() }))]);
  });

  it('lets a unique field become optional, and another index unique', async () => {
    const Free = collection(
      'shops',
      z.object({ id: z.string(), name: z.string().nullable(), fax: z.string().nullable() }),
      {
        unique: [['name'], ['fax']],
      },
    );
    await database().migrate([Free]);
    const shops = database().of(Free);
    await shops.insert([
      { id: '5', name: null, fax: '05' },
      { id: '6', name: null, fax: null },
    ]);
    expect(await shops.count({ name: null })).toBe(2);
    await expect(shops.insert([{ id: '7', name: null, fax: '05' }])).rejects.toMatchObject({ keys: ['fax'] });
    await expect(shops.insert([{ id: '7', name: 'Lyon', fax: null }])).rejects.toMatchObject({ keys: ['name'] });
  });
}
