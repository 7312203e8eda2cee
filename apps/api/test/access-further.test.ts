import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword } from './accounts.ts';
import { engines } from './engines.ts';
import { today } from './figures.ts';
import { type Ground, groundOf, mode } from './ground.ts';
import { blank, everyEndpoint, outcome, send } from './walk.ts';

const period = 'start_date=2025-12-01&end_date=2025-12-31';
const summary = (store_id: string) => `/kpi/manager/store-summary?date=${today}&store_id=${store_id}`;

describe.each(engines)('Rights beyond the matrix ($name)', { timeout: 30_000 }, (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
  });
  afterAll(() => ground.api.close());

  const login = (email: string) => ground.api.post(null, '/auth/login', { email, password: goodPassword });
  const reach = async (who: string, stores: readonly string[]) => {
    const found: string[] = [];
    for (const id of stores) {
      const hierarchy = await ground.api.get(who, `/stores/${id}/hierarchy`);
      const day = await ground.api.get(who, summary(id));
      expect([id, Object(day.json).code]).toEqual([id, Object(hierarchy.json).code]);
      found.push(`${id} ${hierarchy.status}`);
    }
    return found;
  };
  const works = (who: string, store_ids: readonly string[]) =>
    ground.api.records.users.update(who, { store_id: store_ids[0] ?? null, store_ids: [...store_ids] });

  it('a deleted person is nobody everywhere, whatever token is left', async () => {
    for (const role of ['gerant', 'manager', 'seller'] as const) {
      const { id, email } = await ground.newcomer({ role, store_id: role === 'gerant' ? null : 'lyon' });
      const headers = await ground.bearer(id);
      await ground.api.records.users.update(id, { status: 'deleted' });
      for (const { name, endpoint } of everyEndpoint) {
        const { access } = endpoint;
        if (access === 'public' || (typeof access === 'object' && 'api_key' in access)) continue;
        const answer = await send(ground.api.app, endpoint, { ...blank(endpoint), headers });
        expect(`${name} ${outcome(answer)}`).toBe(`${name} 401 SESSION_REVOKED`);
      }
      expect(await login(email)).toMatchObject({ status: 401, json: { code: 'INVALID_CREDENTIALS' } });
    }
  });

  it('an invited person cannot sign in, even with a right password', async () => {
    const { email } = await ground.newcomer({ status: 'invited' });
    expect(await login(email)).toMatchObject({ status: 401, json: { code: 'INVALID_CREDENTIALS' } });
  });

  it('a seller without a store enters nothing and reads nothing but zeros', async () => {
    const { id } = await ground.newcomer({ store_id: null });
    const { api } = ground;
    const refused = { status: 403, json: { code: 'STORE_FORBIDDEN' } };
    expect(await api.post(id, '/kpi/seller/entry', { date: today })).toMatchObject(refused);
    expect(await api.get(id, `/kpi/seller/entries?${period}`)).toMatchObject({ status: 200, json: [] });
    const zeros = { total_ca: 0, total_ventes: 0, count: 0, taux_transformation: null };
    expect(await api.get(id, `/kpi/seller/summary?${period}`)).toMatchObject({ status: 200, json: zeros });
    for (const path of ['/ai/daily-challenge', '/ai/seller-bilan']) {
      expect(await api.post(id, path)).toMatchObject({ status: 200 });
    }
    expect(await api.get(id, '/auth/me')).toMatchObject({ status: 200, json: { store_id: null, store_ids: [] } });
  });

  it('a manager without a store keeps an account but no store', async () => {
    const { id } = await ground.newcomer({ role: 'manager', store_id: null });
    expect(await ground.api.get(id, '/auth/me')).toMatchObject({ status: 200, json: { store_id: null } });
    const own = await ground.api.get(id, `/kpi/manager/store-summary?date=${today}`);
    expect(own).toMatchObject({ status: 403, json: { code: 'STORE_FORBIDDEN' } });
    expect(await reach(id, ['lyon', 'nice'])).toEqual(['lyon 403', 'nice 404']);
  });

  it('a transferred manager sees the new store and no longer the former, with the token at hand', async () => {
    const { id } = await ground.newcomer({ role: 'manager' });
    expect(await reach(id, ['lyon', 'paris'])).toEqual(['lyon 200', 'paris 403']);
    await works(id, ['paris']);
    expect(await reach(id, ['lyon', 'paris'])).toEqual(['lyon 403', 'paris 200']);
  });

  it('a manager of two stores reads both, the first one by default', async () => {
    const { id } = await ground.newcomer({ role: 'manager' });
    await works(id, ['paris', 'lyon']);
    expect(await reach(id, ['lyon', 'paris', 'reunion', 'nice'])).toEqual([
      'lyon 200',
      'paris 200',
      'reunion 403',
      'nice 404',
    ]);
    const own = await ground.api.get(id, `/kpi/manager/store-summary?date=${today}`);
    expect(own).toMatchObject({ status: 200, json: { store_id: 'paris' } });
  });

  it('a change of role applies at the next request', async () => {
    const { id } = await ground.newcomer();
    expect(await ground.api.get(id, '/stores/lyon/hierarchy')).toMatchObject({ status: 403 });
    await ground.api.records.users.update(id, { role: 'manager' });
    expect(await ground.api.get(id, '/stores/lyon/hierarchy')).toMatchObject({ status: 200 });
    expect(await ground.api.get(id, `/kpi/seller/entries?${period}`)).toMatchObject({ status: 403 });
  });

  it('an owner names the store of a summary', async () =>
    expect(await ground.api.get(mode.gerant, `/kpi/manager/store-summary?date=${today}`)).toMatchObject({
      status: 422,
      json: { code: 'VALIDATION', errors: [{ path: 'query.store_id', code: 'REQUIRED' }] },
    }));

  it('an owner uses nobody and no store of another chain', async () => {
    const { api } = ground;
    const foreign = { status: 404, json: { code: 'NOT_FOUND' } };
    expect(await api.post(mode.gerant, '/stores', { name: 'X', manager_id: 'nora' })).toMatchObject(foreign);
    const guest = { name: 'Ana', role: 'seller', store_id: 'lyon', channel: 'link' };
    for (const more of [{ store_id: 'nice' }, { manager_id: 'nora' }, { manager_id: 'paul' }]) {
      expect(await api.post(mode.gerant, '/gerant/invitations', { ...guest, ...more })).toMatchObject(foreign);
    }
    const key = { name: 'X', store_ids: ['lyon', 'nice', 'nowhere'] };
    expect(await api.post(mode.gerant, '/integrations/api-keys', key)).toMatchObject({
      status: 422,
      json: {
        errors: [
          { path: 'store_ids.1', code: 'UNKNOWN_ID' },
          { path: 'store_ids.2', code: 'UNKNOWN_ID' },
        ],
      },
    });
  });

  it('the mails of an installation are shown in development alone', async () => {
    const production = { APP_ENV: 'production', JWT_SECRET: 'the-secret-of-these-tests-0123456789-abcdef' };
    const live = await groundOf(engine, { ...production, FRONTEND_URL: 'https://shop.example', LOG_LEVEL: 'silent' });
    try {
      const reply = await live.api.get(null, '/dev/mails');
      expect(reply).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'route' } });
    } finally {
      await live.api.close();
    }
  });
});
