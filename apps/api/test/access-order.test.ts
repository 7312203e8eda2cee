import type { Access } from '@retail-performer/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitorsBearer } from './access.demo.ts';
import { rowOf } from './access.table.ts';
import { engines } from './engines.ts';
import { type Ground, groundOf, late, mode } from './ground.ts';
import { figures } from './till.ts';
import { addressOf, type Answer, blank, everyEndpoint, inject, type Named, outcome, send } from './walk.ts';
import { settleIn, store } from './world.ts';

const nowhere = { 'content-type': 'application/json', authorization: 'Bearer forged' };
const badBodies: readonly (readonly [code: string, type: string, payload: string])[] = [
  ['400 BAD_JSON', 'application/json', '{"a":'],
  ['415 UNSUPPORTED_MEDIA_TYPE', 'text/plain', 'a=1'],
  ['413 BODY_TOO_LARGE', 'application/json', JSON.stringify('x'.repeat(1_100_000))],
];
const withBody = everyEndpoint.filter(({ endpoint }) => endpoint.body !== undefined);
const wrongRole = ({ endpoint: { access } }: Named): string | null => {
  if (access === 'public' || access === 'signed_in' || access === 'demo') return access === 'demo' ? mode.seller : null;
  if ('api_key' in access) return null;
  return access.includes('seller') ? 'admin' : mode.seller;
};

describe.each(engines)('Of several faults the first one counts ($name):', { timeout: 30_000 }, (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
    await settleIn(
      ground.api.records,
      [
        store('lens', 'late'),
        store('douai', 'late', { status: 'suspended' }),
        store('metz', 'mode', { status: 'closed' }),
      ],
      [],
    );
  });
  afterAll(() => ground.api.close());

  const sendBad = (
    { endpoint }: Named,
    [, type, payload]: (typeof badBodies)[number],
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> =>
    inject(ground.api.app, {
      method: endpoint.method,
      url: addressOf(endpoint.path, { ...blank(endpoint), query: { mode: 'wrong' } }),
      headers: { 'content-type': type, ...headers },
      payload,
    });

  it('an unknown address, before the token, the method and the body', async () => {
    const { app } = ground.api;
    const reply = await inject(app, { method: 'POST', url: '/api/nowhere', headers: nowhere, payload: '{' });
    expect(outcome(reply)).toBe('404 NOT_FOUND');
    const other = await inject(app, { method: 'DELETE', url: '/api/auth/me', headers: nowhere, payload: '{' });
    expect(outcome(other)).toBe('405 METHOD_NOT_ALLOWED');
  });

  it.each(withBody.filter(({ endpoint }) => endpoint.access !== 'public'))(
    'credentials, before anything about a body ($name)',
    async (named) => {
      for (const bad of badBodies) expect((await sendBad(named, bad, {})).status).toBe(401);
    },
  );

  it.each(withBody.filter((named) => wrongRole(named) !== null))(
    'the role, before anything about a body ($name)',
    async (named) => {
      const headers = await ground.bearer(wrongRole(named) ?? '');
      for (const bad of badBodies) expect(outcome(await sendBad(named, bad, headers))).toBe('403 FORBIDDEN_ROLE');
    },
  );

  it('the permission of a key, before anything about a body', async () => {
    const headers = { 'x-api-key': await ground.key(mode, { permissions: ['read:stats'] }) };
    const sync = withBody.find(({ name }) => name === 'integrations.syncKpis');
    for (const bad of badBodies) {
      expect(sync && outcome(await sendBad(sync, bad, headers))).toBe('403 SCOPE_MISSING');
    }
  });

  it.each(withBody)('a body that cannot be read, before what any part should look like ($name)', async (named) => {
    const { access } = named.endpoint;
    const headers = await headersFor(access);
    for (const bad of badBodies) expect(outcome(await sendBad(named, bad, headers))).toBe(bad[0]);
  });

  async function headersFor(access: Access): Promise<Readonly<Record<string, string>>> {
    if (access === 'demo') return visitorsBearer(ground);
    if (typeof access === 'object' && 'api_key' in access) return { 'x-api-key': await ground.machine(mode) };
    return ground.bearer(access === 'public' || access.includes('seller') ? mode.seller : mode.gerant);
  }

  /** What the caller of an endpoint is answered when the usual call of it is changed so. */
  const changed = async (who: string | null, name: string, more: object, headers = {}) => {
    const { endpoint } = everyEndpoint.find((each) => each.name === name) ?? {};
    if (endpoint === undefined) throw new Error(`No endpoint ${name}`);
    const { body, ...call } = await rowOf(name).prepare(ground, { home: mode, who });
    const known = who === null ? headers : await ground.bearer(who);
    const part = body === undefined ? more : { body: { ...Object(body), ...more } };
    return outcome(await send(ground.api.app, endpoint, { ...call, headers: known, ...part }));
  };

  it('the shape, before whether a thing exists', async () => {
    const unknown = { params: { store_id: 'nowhere' }, query: { include: 'wrong' } };
    expect(await changed('marie', 'stores.showHierarchy', unknown)).toBe('422 VALIDATION');
    const day = { query: { date: '2025-02-30', store_id: 'nowhere' } };
    expect(await changed('marie', 'kpis.summarizeStoreDay', day)).toBe('422 VALIDATION');
    expect(await changed(mode.gerant, 'people.invite', { store_id: 'nowhere', role: 'boss' })).toBe('422 VALIDATION');
    expect(await changed(mode.gerant, 'stores.createStore', { manager_id: 'nobody', name: '' })).toBe('422 VALIDATION');
    const key = { 'x-api-key': await ground.key(mode) };
    const sync = { store_id: 'nowhere', date: 'tomorrow' };
    expect(await changed(null, 'integrations.syncKpis', sync, key)).toBe('422 VALIDATION');
    const many = { ...sync, kpi_entries: Array.from({ length: 101 }, () => ({})) };
    expect(await changed(null, 'integrations.syncKpis', many, key)).toBe('400 TOO_MANY_ENTRIES');
  });

  it('whether a thing exists, before whose store it is', async () => {
    const other = { params: { store_id: 'paris' } };
    expect(await changed('marie', 'stores.showHierarchy', { params: { store_id: 'nowhere' } })).toBe('404 NOT_FOUND');
    expect(await changed('marie', 'stores.showHierarchy', other)).toBe('403 STORE_FORBIDDEN');
  });

  it('the shape, whether a thing exists and whose store it is, before a space that may only be read', async () => {
    expect(await changed(late.seller, 'kpis.saveMyEntry', { nb_ventes: -1 })).toBe('422 VALIDATION');
    expect(await changed(late.seller, 'coaching.diagnostic', { body: [] })).toBe('422 VALIDATION');
    expect(await changed(late.gerant, 'people.invite', { store_id: 'lyon' })).toBe('404 NOT_FOUND');
    expect(await changed(late.gerant, 'people.invite', { store_id: 'lille', manager_id: 'marie' })).toBe(
      '404 NOT_FOUND',
    );
    expect(await changed(late.gerant, 'stores.createStore', { manager_id: 'marie' })).toBe('404 NOT_FOUND');
    expect(await changed(late.gerant, 'integrations.createApiKey', { store_ids: ['lyon'] })).toBe('422 VALIDATION');
    const key = { 'x-api-key': await ground.key(late, { store_ids: ['lens'] }) };
    expect(await changed(null, 'integrations.syncKpis', { store_id: 'lyon' }, key)).toBe('404 NOT_FOUND');
    expect(await changed(null, 'integrations.syncKpis', { store_id: 'lille' }, key)).toBe('403 STORE_NOT_ALLOWED');
    expect(await changed(null, 'integrations.syncKpis', { store_id: 'lens' }, key)).toBe('403 TRIAL_EXPIRED');
  });

  it('a space that may only be read, before the state of a thing', async () => {
    const key = { 'x-api-key': await ground.key(late) };
    const lines = { kpi_entries: [figures(late.seller)] };
    expect(await changed(null, 'integrations.syncKpis', { store_id: 'douai', ...lines }, key)).toBe(
      '403 TRIAL_EXPIRED',
    );
    expect(await changed(late.gerant, 'people.invite', { store_id: 'douai', manager_id: null })).toBe(
      '403 TRIAL_EXPIRED',
    );
    const { id } = await ground.newcomer({ workspace_id: 'late', store_id: 'douai' });
    expect(await changed(id, 'kpis.saveMyEntry', {})).toBe('403 TRIAL_EXPIRED');
    expect(await changed(mode.gerant, 'people.invite', { store_id: 'metz', manager_id: null })).toBe(
      '409 STORE_NOT_OPEN',
    );
  });
});

describe('Limits', () => {
  const strict = { RATE_LIMIT_SCALE: '0.01' };
  const elsewhere = { remoteAddress: '203.0.113.9' };

  it('by address count before credentials, those by person after the role and before the body', async () => {
    const [engine] = engines;
    if (engine === undefined) throw new Error('No engine to test on');
    const ground = await groundOf(engine, strict);
    try {
      const { app } = ground.api;
      const anonymous = () => inject(app, { url: '/api/auth/me', ...elsewhere });
      const outcomes = [];
      for (let calls = 0; calls < 4; calls += 1) outcomes.push(outcome(await anonymous()));
      expect(outcomes).toEqual([...Array.from({ length: 3 }, () => '401 TOKEN_MISSING'), '429 RATE_LIMITED']);

      const headers = { ...(await ground.bearer(mode.seller)), 'content-type': 'application/json' };
      const save = () => inject(app, { method: 'POST', url: '/api/kpi/seller/entry', headers, payload: '{' });
      const tried = [];
      for (let calls = 0; calls < 4; calls += 1) tried.push(outcome(await save()));
      expect(tried).toEqual([...Array.from({ length: 3 }, () => '400 BAD_JSON'), '429 RATE_LIMITED']);
      expect(outcome(await inject(app, { url: '/api/admin/stats', headers }))).toBe('403 FORBIDDEN_ROLE');
    } finally {
      await ground.api.close();
    }
  });
});
