import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postFrom, statusesOf } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { visit, type Visitor } from '../../../test/visitor.ts';
import { workspace } from '../../../test/world.ts';
import { observed } from '../../core/database/observed.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const start = '2025-12-15T18:00:00.000Z';
const over = { status: 401, json: { code: 'SESSION_REVOKED' } };

describe.each(engines)('A visitor of a demonstration ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  let owner: Visitor;
  beforeAll(async () => {
    api = await testApp(engine);
    owner = await visit(api, 'gerant');
  });
  beforeEach(() => api.system.moveTo(start));
  afterAll(() => api.close());

  const endOf = async ({ workspace_id }: Visitor) => (await api.records.workspaces.find(workspace_id))?.demo_expires_at;

  it.each([
    ['manager', 0, 'Sarah Lemaire'],
    ['manager', 1, 'Paul Vidal'],
    ['manager', 2, 'Nadia Colin'],
    ['seller', 0, 'Emma Garnier'],
    ['seller', 1, 'Chloé Perrin'],
    ['seller', 2, 'Camille Brun'],
    ['gerant', 1, 'Claire Roux'],
  ] as const)('becomes the %s of store %i, %s, and is he at once', async (role, place, name) => {
    const next = await owner.become(role, owner.stores[place]);
    expect(next.visit).toMatchObject({ refresh_token: null, user: { role, name, is_demo: true } });
    expect(next.visit.demo).toEqual(owner.visit.demo);
    expect(await next.get('/auth/me')).toMatchObject({ status: 200, json: { id: next.visit.user.id } });
    const [session] = Object((await next.get('/auth/sessions')).json).items;
    expect(session).toMatchObject({ client: 'demo', current: true });
  });

  it('stays in the store where he is unless he names another, and who he is when he asks for himself', async () => {
    const paul = await owner.become('manager', owner.stores[1]);
    expect((await paul.become('seller')).visit.user.name).toBe('Chloé Perrin');
    expect((await owner.become('seller')).visit.user.name).toBe('Emma Garnier');
    const again = await paul.become('manager');
    expect(again.visit.user.id).toBe(paul.visit.user.id);
    expect(again.visit.token).not.toBe(paul.visit.token);
  });

  it('finds no store of another demonstration or of a customer, and nobody where nobody works', async () => {
    const other = await visit(api, 'seller');
    const unknown = { status: 404, json: { code: 'NOT_FOUND', resource: 'store' } };
    for (const store_id of [other.stores[0], 'lyon', 'nowhere', '']) {
      for (const role of ['gerant', 'seller']) {
        expect(await owner.post('/demo/switch', { role, store_id })).toMatchObject(unknown);
      }
    }
    const opened = await owner.post('/stores', { name: 'Chambéry' });
    const empty = { role: 'seller', store_id: Object(opened.json).id };
    expect(await owner.post('/demo/switch', empty)).toMatchObject({ status: 404, json: { resource: 'user' } });
    expect(await owner.post('/demo/switch', { role: 'super_admin' })).toMatchObject({ status: 422 });
  });

  it('becomes nobody who was suspended meanwhile', async () => {
    const visitor = await visit(api, 'gerant');
    const emma = await visitor.become('seller');
    const suspended = await visitor.post(`/gerant/staff/${emma.visit.user.id}/suspend`);
    expect(suspended).toMatchObject({ status: 200 });
    expect(await emma.get('/auth/me')).toMatchObject(over);
    expect((await visitor.become('seller')).visit.user.name).toBe('Inès Haddad');
  });

  it.each(['lea', 'marie', 'gerant-mode', 'admin'])('is not %s, who has an account of his own', async (who) => {
    const refused = { status: 403, json: { code: 'FORBIDDEN_ROLE' } };
    expect(await api.post(who, '/demo/switch', { role: 'seller' })).toMatchObject(refused);
    expect(await api.post(who, '/demo/switch', { role: 1 })).toMatchObject(refused);
    expect(await api.post(null, '/demo/switch', { role: 'seller' })).toMatchObject({ status: 401 });
  });

  it('keeps it alive by using it, noted once a minute at most', async () => {
    const visitor = await visit(api, 'seller');
    for (const [now, end] of [
      ['2025-12-15T18:00:59.000Z', '2025-12-15T20:00:00.000Z'],
      ['2025-12-15T18:01:00.000Z', '2025-12-15T20:01:00.000Z'],
      ['2025-12-15T20:00:30.000Z', '2025-12-15T22:00:30.000Z'],
      ['2025-12-15T22:00:29.999Z', '2025-12-16T00:00:29.999Z'],
    ] as const) {
      api.system.moveTo(now);
      expect(await visitor.get('/auth/me')).toMatchObject({ status: 200 });
      expect(await endOf(visitor)).toBe(end);
    }
    const next = await visitor.become('manager');
    expect(next.visit.demo.expires_at).toBe('2025-12-16T00:00:29.999Z');
  });

  it('finds it over two hours after the last request, whatever his token says', async () => {
    const visitor = await visit(api, 'seller');
    api.system.moveTo('2025-12-15T20:00:00.000Z');
    expect(await visitor.get('/auth/me')).toMatchObject(over);
    expect(await visitor.post('/demo/switch', { role: 'seller' })).toMatchObject(over);
    expect(await endOf(visitor)).toBe('2025-12-15T20:00:00.000Z');
  });

  it('of the last free one is one of several at once; the others are told when to come again', async () => {
    const live = await api.records.workspaces.countLiveDemos(start);
    const ends = '2025-12-15T18:20:00.000Z';
    const rows = Array.from({ length: 199 - live }, (_, place) =>
      workspace(`busy-${place}`, { is_demo: true, demo_expires_at: ends }),
    );
    await api.database.of(Workspaces).insert(rows);
    const open = () => api.post(null, '/demo/session', { role: 'gerant' });
    const replies = await Promise.all([open(), open(), open()]);
    expect(statusesOf(replies)).toEqual([200, 503, 503]);
    expect(replies.find(({ status }) => status === 503)).toMatchObject({
      json: { code: 'DEMO_BUSY' },
      headers: { 'retry-after': '1200' },
    });
    await api.database.of(Workspaces).update({ id: 'busy-0' }, { set: { demo_expires_at: start } });
    expect(await open()).toMatchObject({ status: 200 });
    await api.database.of(Workspaces).remove({ id: { $in: rows.map(({ id }) => id) } });
  });
});

describe('Demonstrations', { timeout: 30_000 }, () => {
  it('are not found where they are switched off', async () => {
    const api = await testApp(undefined, { DEMO_ENABLED: 'off' });
    const reply = await api.post(null, '/demo/session', { role: 'gerant' });
    expect(reply).toMatchObject({ status: 404, json: { code: 'DEMO_DISABLED' } });
    expect(await api.get('lea', '/auth/me')).toMatchObject({ json: { features: { demo: false, mail: 'off' } } });
    await api.close();
  });

  it('are opened ten times an hour from one place', async () => {
    const api = await testApp(undefined, { RATE_LIMIT_SCALE: '1' });
    const open = (ip: string) => postFrom(api, ip, '/demo/session', { role: 'gerant' });
    for (let times = 0; times < 10; times += 1) expect((await open('203.0.113.7')).status).toBe(200);
    expect(await open('203.0.113.7')).toMatchObject({
      status: 429,
      json: { code: 'RATE_LIMITED' },
      headers: { 'ratelimit-policy': '"demo";q=10;w=3600' },
    });
    expect((await open('203.0.113.8')).status).toBe(200);
    await api.close();
  });

  it('that could not be finished are over at once, so that they take nobody’s place', async () => {
    const [engine] = engines;
    if (engine === undefined) throw new Error('No engine');
    let failing = true;
    const open = async () =>
      observed(await engine.open(), ({ kind, collection }) => {
        if (failing && kind === 'insert' && collection === 'kpi_store_months') throw new Error('The disk is full');
      });
    const api = await testApp({ ...engine, open }, { LOG_LEVEL: 'silent' });
    expect(await api.post(null, '/demo/session', { role: 'gerant' })).toMatchObject({ status: 500 });
    expect(await api.database.of(Workspaces).find({ is_demo: true })).toMatchObject([{ demo_expires_at: start }]);
    expect(await api.records.workspaces.countLiveDemos(start)).toBe(0);
    failing = false;
    expect(await api.post(null, '/demo/session', { role: 'gerant' })).toMatchObject({ status: 200 });
    await api.close();
  });
});
