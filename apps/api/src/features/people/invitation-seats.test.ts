import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusesOf } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const path = '/gerant/invitations';
const seller = (name: string, more: object = {}) => ({
  name,
  email: `${name.toLowerCase()}@new.example`,
  role: 'seller',
  store_id: 'lyon',
  ...more,
});

describe.each(engines)('Seats of invited sellers ($name)', (engine) => {
  const paying = { STRIPE_API_KEY: 'sk_test_of_this_suite', STRIPE_WEBHOOK_SECRET: 'whsec_of_this_suite' };
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine, paying);
    const trial = { trial_start: '2025-12-10T00:00:00.000Z', trial_end: '2025-12-24T00:00:00.000Z' };
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: trial });
    // Four sellers work already: one of the fifteen seats of a trial is left.
    const more = Array.from({ length: 10 }, (_, place) =>
      user(`more-${place}`, 'seller', { workspace_id: 'mode', store_id: 'lyon' }),
    );
    await api.records.users.insert(...more);
  });
  afterAll(() => api.close());
  const invite = (body: object): Promise<Reply> => api.post('gerant-mode', path, body);

  it('lets one of two simultaneous invitations have the last one', async () => {
    const replies = await Promise.all([invite(seller('Anna')), invite(seller('Boris')), invite(seller('Chloe'))]);
    expect(statusesOf(replies)).toEqual([200, 409, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused).toMatchObject({
      json: {
        code: 'SEAT_LIMIT_REACHED',
        seats: 15,
        used_seats: 14,
        reserved_seats: 1,
        detail: 'Tous les postes vendeurs sont pris (14 actifs, 1 invités, 15 au total).',
      },
    });
    const won = replies.find(({ status }) => status === 200);
    expect(won).toMatchObject({ json: { entitlement: { remaining_seats: 0, can_invite: false } } });
  });

  it('never limits managers, and come back when an invitation lapses', async () => {
    expect(await invite(seller('Boss', { role: 'manager' }))).toMatchObject({ status: 200 });
    api.system.moveTo('2025-12-22T18:00:00.000Z');
    expect(await invite(seller('Dora'))).toMatchObject({ status: 200 });
  });

  it('are not to be had once the trial is over, nor is anyone else invited', async () => {
    api.system.moveTo('2025-12-24T00:00:00.000Z');
    expect(await invite(seller('Emma'))).toMatchObject({ status: 403, json: { code: 'TRIAL_EXPIRED' } });
    const lost = seller('Emma', { store_id: 'nice' });
    expect(await invite(lost)).toMatchObject({ status: 404 });
    expect(await invite({ ...lost, name: '' })).toMatchObject({ status: 422 });
  });
});
