import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const paying = { STRIPE_API_KEY: 'sk_test_of_this_suite', STRIPE_WEBHOOK_SECRET: 'whsec_of_this_suite' };
const trial = { trial_start: '2025-12-10T00:00:00.000Z', trial_end: '2025-12-17T00:00:00.000Z' };

describe.each(engines)('Joining a space that pays ($name)', (engine) => {
  let api: TestApp;
  let token: string;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: trial });
    const body = { name: 'Guest', email: 'guest@new.example', role: 'seller', store_id: 'lyon' };
    const reply = await api.post('gerant-mode', '/gerant/invitations', body);
    token = textAt(reply, 'invitation_url').split('#')[1] ?? '';
  });
  afterEach(() => api.close());
  const accept = () => api.post(null, '/auth/register/invitation', { invitation_token: token, password: goodPassword });

  it('uses the seat that the invitation holds, also when it is the last', async () => {
    const more = Array.from({ length: 10 }, (_, place) =>
      user(`more-${place}`, 'seller', { workspace_id: 'mode', store_id: 'lyon' }),
    );
    await api.records.users.insert(...more);
    expect(await accept()).toMatchObject({
      status: 200,
      json: { user: { entitlement: { state: 'trialing', seats: null } } },
    });
  });

  it('is refused when seats have become fewer than those taken and reserved, and the invitation waits', async () => {
    const more = Array.from({ length: 11 }, (_, place) =>
      user(`more-${place}`, 'seller', { workspace_id: 'mode', store_id: 'lyon' }),
    );
    await api.records.users.insert(...more);
    expect(await accept()).toMatchObject({
      status: 409,
      json: { code: 'SEAT_LIMIT_REACHED', seats: 15, used_seats: 15, reserved_seats: 1 },
    });
    await api.records.users.note('more-0', { status: 'suspended' });
    expect(await accept()).toMatchObject({ status: 200 });
  });

  it('is refused once the trial is over', async () => {
    api.system.moveTo('2025-12-17T00:00:00.000Z');
    expect(await accept()).toMatchObject({ status: 403, json: { code: 'TRIAL_EXPIRED' } });
  });

  it('tells staff of a space that can only be read no more than that', async () => {
    api.system.moveTo('2025-12-17T00:00:00.000Z');
    const only = { state: 'trial_expired', read_only: true, block_code: 'TRIAL_EXPIRED' };
    const nothing = { used_seats: 0, reserved_seats: 0, days_left: null, trial_end: null, can_invite: false };
    expect(await api.get('lea', '/auth/me')).toMatchObject({ json: { entitlement: { ...only, ...nothing } } });
    expect(await api.get('gerant-mode', '/auth/me')).toMatchObject({
      json: { entitlement: { ...only, used_seats: 4 } },
    });
  });
});
