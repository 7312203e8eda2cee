import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { hire, invited, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { dumpOf } from '../../../test/dump.ts';
import { Users } from './user.repository.ts';

const states = ['invited', 'active', 'suspended', 'store_closed', 'deleted'] as const;
const deeds = ['suspend', 'reactivate', 'transfer', 'edit', 'remove'] as const;
type State = (typeof states)[number];
type Deed = (typeof deeds)[number];

// What each deed makes of each state; a refusal leaves everything as it was.
const table: Readonly<Record<Deed, Readonly<Record<State, string>>>> = {
  suspend: {
    invited: '409 invited suspended',
    active: 'suspended',
    suspended: '409 suspended suspended',
    store_closed: '409 suspended suspended',
    deleted: '404',
  },
  reactivate: {
    invited: '409 invited active',
    active: '409 active active',
    suspended: 'active',
    store_closed: 'active',
    deleted: '404',
  },
  transfer: { invited: 'invited', active: 'active', suspended: 'suspended', store_closed: 'suspended', deleted: '404' },
  edit: { invited: 'invited', active: 'active', suspended: 'suspended', store_closed: 'suspended', deleted: '404' },
  remove: { invited: 'gone', active: 'deleted', suspended: 'deleted', store_closed: 'deleted', deleted: '404' },
};
const cases = (['seller', 'manager'] as const).flatMap((role) =>
  deeds.flatMap((deed) => states.map((state) => [role, state, deed, table[deed][state]] as const)),
);

describe.each(engines)('The life of staff ($name)', (engine) => {
  let api: TestApp;
  let last = 0;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  afterAll(() => api.close());

  async function someone(role: 'seller' | 'manager', state: State): Promise<string> {
    if (state === 'invited') return (await invited(api, { role })).id;
    const id = `${role}-${++last}`;
    const reason = state === 'store_closed' ? 'store_closed' : 'by_owner';
    const status = state === 'store_closed' ? 'suspended' : state;
    const suspension = { suspended_at: '2025-12-01T08:00:00.000Z', suspended_reason: reason } as const;
    await hire(api, id, role, { store_id: 'lyon', status, ...(status === 'suspended' && suspension) });
    return id;
  }

  const act = (deed: Deed, id: string) => {
    const of = staff(api);
    if (deed === 'transfer') return of.transfer(id, { store_id: 'paris' });
    return deed === 'edit' ? of.edit(id, { phone: '06 00 00 00 00' }) : of[deed](id);
  };

  it.each(cases.filter(([, , , expected]) => !expected.startsWith('4')))(
    'a %s who is %s: %s → %s',
    async (role, state, deed, expected) => {
      const id = await someone(role, state);
      expect(await act(deed, id)).toMatchObject({ status: 200 });
      const row = await api.database.of(Users).get(id);
      expect(row?.status ?? 'gone').toBe(expected);
    },
  );

  it.each(cases.filter(([, , , expected]) => expected.startsWith('4')))(
    'a %s who is %s: %s → %s, and nothing is written',
    async (role, state, deed, expected) => {
      const id = await someone(role, state);
      await api.get('gerant-mode', '/auth/me');
      const before = await dumpOf(api);
      const { status, json } = await act(deed, id);
      const { code, from, to } = Object(json);
      expect([status, from, to].filter((each) => each !== undefined).join(' ')).toBe(expected);
      expect(code).toBe(status === 404 ? 'NOT_FOUND' : 'INVALID_TRANSITION');
      expect(await dumpOf(api)).toEqual(before);
    },
  );

  it('is nobody’s who is no manager or seller of the chain', async () => {
    for (const id of ['gerant-mode', 'admin', 'sam', 'gerant-sport', 'nobody']) {
      for (const deed of deeds) {
        const reply = await act(deed, id);
        expect(reply).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'user' } });
      }
    }
  });
});
