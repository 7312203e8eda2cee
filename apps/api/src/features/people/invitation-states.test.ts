import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying } from '../../../test/paying.ts';
import { invited, placesOf, sentLongAgo, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Invitations } from './invitation.repository.ts';
import { Users } from './user.repository.ts';

const states = ['pending', 'lapsed', 'expired', 'accepted', 'cancelled'] as const;
type State = (typeof states)[number];

const table = {
  resend: {
    pending: 'pending',
    lapsed: 'pending',
    expired: 'pending',
    accepted: '409 accepted pending',
    cancelled: '409 cancelled pending',
  },
  cancel: {
    pending: 'cancelled',
    lapsed: 'cancelled',
    expired: 'cancelled',
    accepted: '409 accepted cancelled',
    cancelled: '409 cancelled cancelled',
  },
} as const satisfies Readonly<Record<'resend' | 'cancel', Readonly<Record<State, string>>>>;
const cases = (['resend', 'cancel'] as const).flatMap((deed) =>
  states.map((state) => [deed, state, table[deed][state]] as const),
);

describe.each(engines)('The life of an invitation ($name)', (engine) => {
  let api: TestApp;
  let last = 0;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  afterAll(() => api.close());

  async function made(state: State) {
    const person = await invited(api);
    const { invitation_id: id, token } = person;
    const past = { expires_at: '2025-12-15T18:00:00.000Z' };
    const invitations = api.database.of(Invitations);
    if (state === 'lapsed') await invitations.update({ id }, { set: past });
    // What an invitation of the same address makes of one that has lapsed.
    if (state === 'expired')
      await invitations.update({ id }, { set: { ...past, status: 'expired', pending_user_key: null } });
    if (state === 'cancelled') await staff(api).cancel(id);
    const body = { invitation_token: token, email: `new-${++last}@new.example`, password: 'sept cerises mûres' };
    if (state === 'accepted') await api.post(null, '/auth/register/invitation', body);
    await sentLongAgo(api, id);
    return person;
  }

  it.each(cases.filter(([, , expected]) => !expected.startsWith('4')))(
    '%s one that is %s → %s',
    async (deed, state, expected) => {
      const { id, invitation_id } = await made(state);
      expect(await staff(api)[deed](invitation_id)).toMatchObject({
        status: 200,
        json: { invitation: { id: invitation_id, status: expected, name: 'Ana' } },
      });
      const person = await api.database.of(Users).get(id);
      expect(person?.status ?? 'gone').toBe(deed === 'cancel' ? 'gone' : 'invited');
      expect(await placesOf(api, id)).toHaveLength(deed === 'cancel' ? 0 : 1);
    },
  );

  it.each(cases.filter(([, , expected]) => expected.startsWith('4')))(
    '%s one that is %s → %s, and nothing is written',
    async (deed, state, expected) => {
      const { invitation_id } = await made(state);
      await api.get('gerant-mode', '/auth/me');
      const before = await dumpOf(api, ['rate_limits']);
      const { status, json } = await staff(api)[deed](invitation_id);
      const { code, from, to } = Object(json);
      expect([status, from, to].join(' ')).toBe(expected);
      expect(code).toBe('INVALID_TRANSITION');
      expect(await dumpOf(api, ['rate_limits'])).toEqual(before);
    },
  );

  it('is nobody else’s', async () => {
    const { invitation_id } = await made('pending');
    for (const deed of ['resend', 'cancel'] as const) {
      const unknown = { status: 404, json: { code: 'NOT_FOUND', resource: 'invitation' } };
      expect(await staff(api, 'gerant-sport')[deed](invitation_id)).toMatchObject(unknown);
      expect(await staff(api)[deed]('nowhere')).toMatchObject(unknown);
      expect(await staff(api, 'marie')[deed](invitation_id)).toMatchObject({ status: 403 });
    }
  });

  it('ends by cancelling: seat, address and link are free', async () => {
    const late = await testApp(engine, paying);
    await given(late, null, { trial_end: '2025-12-28T08:00:00.000Z' });
    const sent = await staff(late).invite({ email: 'ana@new.example', store_id: 'lyon' });
    const id = String(Object(sent.json).invitation.id);
    expect(await staff(late).cancel(id)).toMatchObject({
      json: { invitation: { cancelled_at: '2025-12-15T18:00:00.000Z' }, entitlement: { reserved_seats: 0 } },
    });
    expect(await audited(late, 'invitation.cancelled')).toMatchObject([{ entity_id: id, actor_id: 'gerant-mode' }]);
    expect(await staff(late).invite({ email: 'ana@new.example', store_id: 'paris' })).toMatchObject({ status: 200 });
    await given(late, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    const [second] = await late.database.of(Invitations).find({ status: 'pending' });
    await sentLongAgo(late, String(second?.id));
    expect(await staff(late).resend(String(second?.id))).toMatchObject({
      status: 403,
      json: { code: 'TRIAL_EXPIRED' },
    });
    expect(await staff(late).cancel(String(second?.id))).toMatchObject({ status: 200 });
    await late.close();
  });
});
