import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { entryRow, put } from '../../../test/figures.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { alsoIn, hire, invited, sentLongAgo, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';

describe.each(engines)('What is asked of the database about people and stores ($name)', (engine) => {
  const queries: ObservedQuery[] = [];
  let api: TestApp;
  beforeAll(async () => {
    const open = async () => observed(await engine.open(), (query) => queries.push(query));
    api = await testApp({ ...engine, open }, paying);
    await given(api, sub({ seats: 100 }));
    await put(api, entryRow({ date: '2025-12-14' }), entryRow({ seller_id: 'tom', date: '2024-01-05' }));
    await alsoIn(api, 'marie', 'paris');
  });
  afterAll(() => api.close());

  const asked = async (work: () => Promise<unknown>): Promise<readonly ObservedQuery[]> => {
    await api.get('gerant-mode', '/auth/me');
    queries.length = 0;
    await work();
    return [...queries];
  };
  const done = async (reply: Promise<{ readonly status: number }>) =>
    expect(await reply).toMatchObject({ status: 200 });

  it('finds everything by an index', async () => {
    const of = staff(api);
    const { id, invitation_id } = await invited(api);
    await sentLongAgo(api, invitation_id);
    const get = (path: string) => done(api.get('gerant-mode', path));
    const seen = await asked(async () => {
      for (const path of ['workspace', 'staff', 'staff/lea', 'invitations', 'invitations?status=expired']) {
        await get(`/gerant/${path}`);
      }
      await get('/gerant/staff?store_id=lyon&q=l&role=seller&status=active');
      await get('/gerant/staff?limit=1');
      const { next_cursor } = Object((await api.get('gerant-mode', '/gerant/staff?limit=1')).json);
      await get(`/gerant/staff?limit=1&cursor=${next_cursor}`);
      for (const path of ['', '/settings', '/closures', '/events']) await get(`/stores/lyon${path}`);
      await done(of.edit('lea', { external_id: 'L1', manager_id: null }));
      await done(of.resend(invitation_id));
      await done(of.suspend('lea'));
      await done(of.reactivate('lea', { store_id: 'paris' }));
      await done(of.transfer('marie', { store_id: 'reunion' }));
      await done(of.transfer(id, { store_id: 'paris' }));
      await done(api.put('paul', '/stores/paris/sellers/lea/manager', { manager_id: 'paul' }));
      await done(of.remove('paul'));
      await done(api.patch('gerant-mode', '/stores/lyon', { opened_on: '2024-01-01', location: '57000 Metz' }));
      await done(api.patch('gerant-mode', '/stores/lyon/settings', { opening_days: [1] }));
      const day = { date_from: '2025-12-24', date_to: '2025-12-24', label: 'Noël' };
      await done(api.post('gerant-mode', '/stores/lyon/closures', { ...day, kind: 'closed' }));
      await done(api.post('gerant-mode', '/stores/lyon/events', { ...day, kind: 'works' }));
      await done(of.cancel(invitation_id));
      await done(of.close('lyon'));
      await done(of.reopen('lyon'));
    });
    expect(seen.length).toBeGreaterThan(100);
    await expectIndexed(seen);
  });

  it('takes as many questions for a long list as for a short one', async () => {
    const list = (limit: number) => asked(() => done(api.get('gerant-mode', `/gerant/staff?limit=${limit}`)));
    const few = await list(1);
    for (let each = 0; each < 30; each += 1) await hire(api, `more-${each}`, 'seller', { store_id: 'reunion' });
    const many = await list(100);
    expect(many.length).toBeLessThanOrEqual(few.length + 1);
    expect(many.length).toBeLessThanOrEqual(12);
    const invitations = await asked(() => done(api.get('gerant-mode', '/gerant/invitations?limit=100')));
    expect(invitations.length).toBeLessThanOrEqual(9);
  });
});
