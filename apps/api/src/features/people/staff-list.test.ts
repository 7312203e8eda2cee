import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { alsoIn, hire, invited, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

describe.each(engines)('The list of staff ($name)', (engine) => {
  let api: TestApp;
  let nina: string;
  beforeAll(async () => {
    api = await testApp(engine);
    await hire(api, 'e1', 'seller', { store_id: 'paris', name: 'Émile', name_lc: 'émile', status: 'suspended' });
    await hire(api, 'e2', 'seller', { store_id: 'paris', name: 'Emma', name_lc: 'emma' });
    await hire(api, 'e3', 'seller', {
      store_id: 'paris',
      name: 'Emma',
      name_lc: 'emma',
      status: 'deleted',
      email: null,
    });
    await alsoIn(api, 'marie', 'paris');
    nina = (await invited(api, { name: 'Nina', store_id: 'reunion' })).id;
    await put(api, entryRow({ id: '1', date: '2025-12-14' }), entryRow({ id: '2', date: '2025-12-15' }));
    await put(api, entryRow({ id: '3', seller_id: 'tom', date: '2023-02-01' }));
  });
  afterAll(() => api.close());

  const list = async (query: string) => {
    const { status, json } = await api.get('gerant-mode', `/gerant/staff?${query}`);
    expect(status).toBe(200);
    const { items, next_cursor }: { items: { id: string }[]; next_cursor: string | null } = Object(json);
    return { ids: items.map(({ id }) => id), items, next_cursor };
  };

  it('holds managers and sellers by name, nobody deleted, nobody of another chain', async () => {
    const { ids, next_cursor } = await list('');
    expect(ids).toEqual(['e2', 'ines', 'lea', 'marie', nina, 'paul', 'tom', 'zoe', 'e1']);
    expect(next_cursor).toBeNull();
  });

  it('says where each works, who coaches whom, and the last day that has figures', async () => {
    const { items } = await list('');
    expect(items).toMatchObject([
      { id: 'e2', last_entry_date: null },
      { id: 'ines', store_name: 'paris', manager_id: null, manager_name: null },
      { id: 'lea', store_name: 'lyon', manager_name: 'marie', last_entry_date: '2025-12-15', suspended_at: null },
      { id: 'marie', store_ids: ['lyon', 'paris'], last_entry_date: null },
      { id: nina, status: 'invited', email: null },
      { id: 'paul' },
      // Years ago is still the last one.
      { id: 'tom', last_entry_date: '2023-02-01' },
      { id: 'zoe' },
      { id: 'e1', status: 'suspended' },
    ]);
  });

  it.each([
    ['role=manager', ['marie', 'paul']],
    ['role=seller&status=active', ['e2', 'ines', 'lea', 'tom', 'zoe']],
    ['status=suspended', ['e1']],
    ['store_id=paris', ['e2', 'ines', 'marie', 'paul', 'e1']],
    ['store_id=paris&role=manager', ['marie', 'paul']],
    ['store_id=nice', []],
    ['store_id=nowhere', []],
    ['q=em', ['e2']],
    ['q=%C3%89MI', ['e1']],
    ['q=EM', ['e2']],
    ['q=%20%20', ['e2', 'ines', 'lea', 'marie', 'nina', 'paul', 'tom', 'zoe', 'e1']],
    ['q=a', []],
    ['q=%25', []],
    ['q=.*', []],
    ['q=em&status=invited', []],
  ])('narrows to %s', async (query, expected) => {
    expect((await list(query)).ids).toEqual(expected.map((id) => (id === 'nina' ? nina : id)));
  });

  it('goes on page by page without losing or doubling anyone', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      expect(page.ids.length).toBeLessThanOrEqual(2);
      seen.push(...page.ids);
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual((await list('')).ids);
  });

  it('goes on after a name as long as names may be', async () => {
    const name = '𠮷'.repeat(120);
    for (const id of ['long-1', 'long-2']) {
      await hire(api, `00000000-0000-4000-8000-00000000${id}`, 'seller', { store_id: 'paris', name, name_lc: name });
    }
    const filters = `limit=1&q=${encodeURIComponent('𠮷')}`;
    const { next_cursor } = await list(filters);
    expect((await list(`${filters}&cursor=${next_cursor}`)).ids).toEqual(['00000000-0000-4000-8000-00000000long-2']);
  });

  it('knows a cursor only with the filters that it was made for', async () => {
    const { next_cursor } = await list('limit=1&role=seller');
    const refused = { status: 422, json: { errors: [{ path: 'query.cursor', code: 'INVALID_CURSOR' }] } };
    for (const query of [`role=manager&cursor=${next_cursor}`, 'cursor=nonsense', `q=e&cursor=${next_cursor}`]) {
      expect(await api.get('gerant-mode', `/gerant/staff?${query}`)).toMatchObject(refused);
    }
    for (const query of ['limit=0', 'limit=101', 'role=gerant', 'status=deleted', `q=${'x'.repeat(101)}`]) {
      expect(await api.get('gerant-mode', `/gerant/staff?${query}`)).toMatchObject({ status: 422 });
    }
  });

  it('shows one person as she is now, with the revision that a change of her names', async () => {
    const reply = await staff(api).show('zoe');
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"1"' }, json: { last_entry_date: null } });
    await put(api, entryRow({ seller_id: 'zoe', store_id: 'reunion' }));
    // Her figures are shown beside her and are no change of her.
    const again = await api.get('gerant-mode', '/gerant/staff/zoe', { 'if-none-match': '"1"' });
    expect(again).toMatchObject({ status: 200, headers: { etag: '"1"' }, json: { last_entry_date: '2025-12-15' } });
    expect(await api.get('gerant-sport', '/gerant/staff/lea')).toMatchObject({ status: 404 });
    expect(await api.get('marie', '/gerant/staff/lea')).toMatchObject({ status: 403 });
  });
});
