import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { settleIn, store } from '../../../test/world.ts';

const table = {
  suspend: { open: 'suspended', suspended: '409 suspended suspended', closed: '409 closed suspended' },
  reopen: { open: '409 open open', suspended: 'open', closed: 'open' },
  close: { open: 'closed', suspended: 'closed', closed: '409 closed closed' },
} as const;
const deeds = ['suspend', 'reopen', 'close'] as const;
const states = ['open', 'suspended', 'closed'] as const;
const cases = deeds.flatMap((deed) => states.map((state) => [deed, state, table[deed][state]] as const));
const verbs = { suspend: 'suspended', reopen: 'reopened', close: 'closed' } as const;

describe.each(engines)('The life of a store ($name)', (engine) => {
  let api: TestApp;
  let last = 0;
  beforeAll(async () => {
    api = await testApp(engine, paying);
    await given(api, null, { trial_end: '2025-12-28T08:00:00.000Z' });
  });
  afterAll(() => api.close());

  async function made(status: (typeof states)[number]): Promise<string> {
    const id = `store-${++last}`;
    const past = '2025-12-01T08:00:00.000Z';
    const more = status === 'suspended' ? { suspended_at: past } : status === 'closed' ? { closed_at: past } : {};
    await settleIn(api.records, [store(id, 'mode', { status, ...more })], []);
    return id;
  }

  it.each(cases.filter(([, , expected]) => !expected.startsWith('4')))(
    '%s one that is %s → %s',
    async (deed, state, expected) => {
      const id = await made(state);
      expect(await api.post('gerant-mode', `/stores/${id}/${deed}`)).toMatchObject({ status: 200 });
      expect(await api.get('gerant-mode', `/stores/${id}`)).toMatchObject({
        json: { status: expected, active: expected === 'open', rev: 2 },
      });
      const lines = await audited(api, `store.${verbs[deed]}`);
      expect(lines.filter(({ entity_id }) => entity_id === id)).toMatchObject([
        { before: { status: state }, after: { status: expected } },
      ]);
    },
  );

  it.each(cases.filter(([, , expected]) => expected.startsWith('4')))(
    '%s one that is %s → %s, and nothing is written',
    async (deed, state, expected) => {
      const id = await made(state);
      await api.get('gerant-mode', '/auth/me');
      const before = await dumpOf(api);
      const { status, json } = await api.post('gerant-mode', `/stores/${id}/${deed}`);
      const { code, from, to } = Object(json);
      expect([status, from, to].join(' ')).toBe(expected);
      expect(code).toBe('INVALID_TRANSITION');
      expect(await dumpOf(api)).toEqual(before);
    },
  );

  it('is the owner’s affair, and nobody else’s', async () => {
    const id = await made('open');
    for (const deed of deeds) {
      const path = `/stores/${id}/${deed}`;
      expect(await api.post('gerant-sport', path)).toMatchObject({ status: 404, json: { resource: 'store' } });
      expect(await api.post('gerant-mode', `/stores/nowhere/${deed}`)).toMatchObject({ status: 404 });
      expect(await api.post('marie', `/stores/lyon/${deed}`)).toMatchObject({ json: { code: 'FORBIDDEN_ROLE' } });
    }
  });

  it('goes on in a space that can only be read, except that nothing opens', async () => {
    const ids = [await made('open'), await made('open'), await made('suspended')] as const;
    await given(api, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    expect(await api.post('gerant-mode', `/stores/${ids[0]}/suspend`)).toMatchObject({ status: 200 });
    expect(await api.post('gerant-mode', `/stores/${ids[1]}/close`)).toMatchObject({ status: 200 });
    for (const id of ids) {
      expect(await api.post('gerant-mode', `/stores/${id}/reopen`)).toMatchObject({ json: { code: 'TRIAL_EXPIRED' } });
    }
    expect(await api.post('gerant-mode', '/stores/nowhere/reopen')).toMatchObject({ status: 404 });
    await given(api, null, { trial_end: '2025-12-28T08:00:00.000Z' });
  });

  it('takes no figures while it is suspended, and keeps its people', async () => {
    await api.post('gerant-mode', '/stores/lyon/suspend');
    const entry = { date: '2025-12-15', ca_journalier: 100, nb_ventes: 1 };
    expect(await api.post('lea', '/kpi/seller/entry', entry)).toMatchObject({
      status: 409,
      json: { code: 'STORE_NOT_OPEN' },
    });
    expect(await api.get('marie', '/kpi/manager/store-summary?date=2025-12-15')).toMatchObject({ status: 200 });
    const invitation = { name: 'Ana', channel: 'link', role: 'seller', store_id: 'lyon' };
    expect(await api.post('gerant-mode', '/gerant/invitations', invitation)).toMatchObject({
      json: { code: 'STORE_NOT_OPEN' },
    });
    await api.post('gerant-mode', '/stores/lyon/reopen');
    expect(await api.post('lea', '/kpi/seller/entry', entry)).toMatchObject({ status: 200 });
  });
});
