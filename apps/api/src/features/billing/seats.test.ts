import type { AppError } from '@retail-performer/domain/kernel';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { given, invite, paying, sub } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { unitOf } from '../../core/unit.ts';
import { recordsAt } from '../../records.ts';
import { Users } from '../people/user.repository.ts';

const trial = { trial_end: '2025-12-24T18:00:00.000Z' };
const mode = { id: 'mode' };

describe.each(engines)('seats, on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    await api?.close();
    api = await testApp(engine, paying);
    await invite(api);
  });
  afterAll(async () => api.close());

  const unit = () => unitOf(api.database, (at) => recordsAt(at, api.system));
  const hire = (id: string) =>
    unit().change(async (records) => {
      await api.services.billing.takeSeat(records, mode);
      const place = { workspace_id: 'mode', store_id: 'lyon', status: 'invited', email: null } as const;
      await records.users.insert(user(id, 'seller', { ...place, reserved_until: '2025-12-20T08:00:00.000Z' }));
    });
  const entitled = async () => {
    const workspace = await api.records.workspaces.find('mode');
    if (workspace === null) throw new Error('Mode is gone');
    return api.services.billing.entitlementOf(workspace);
  };

  it('count sellers at work and live invitations; managers, lapsed and suspended ones are free', async () => {
    await given(api, sub({ seats: 5 }));
    expect(await entitled()).toMatchObject({ seats: 5, used_seats: 3, reserved_seats: 1, remaining_seats: 1 });
  });

  it('are refused beyond those bought, in words and figures', async () => {
    await given(api, sub({ seats: 4 }));
    const refusal = await hire('new-1').catch((error: AppError) => error);
    expect(refusal).toMatchObject({
      code: 'SEAT_LIMIT_REACHED',
      details: {
        extensions: { seats: 4, used_seats: 3, reserved_seats: 1 },
        values: { used: 3, reserved: 1, seats: 4 },
      },
    });
    expect(await api.database.of(Users).count({ id: 'new-1' })).toBe(0);
  });

  it('are given once when two ask for the last one at the same time', async () => {
    await given(api, sub({ seats: 5 }));
    const outcomes = await Promise.allSettled([hire('new-1'), hire('new-2'), hire('new-3')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await entitled()).toMatchObject({ used_seats: 3, reserved_seats: 2, remaining_seats: 0, can_invite: false });
  });

  it('cannot be taken in a space that can only be read', async () => {
    await given(api, null, { trial_end: '2025-12-15T18:00:00.000Z' });
    await expect(hire('new-1')).rejects.toMatchObject({ code: 'TRIAL_EXPIRED' });
    expect(await api.services.billing.spaceOf('mode')).toEqual({ read_only: true, block_code: 'TRIAL_EXPIRED' });
  });

  it('that were reserved stay so, unless there are fewer seats by now', async () => {
    const accept = () => unit().change((records) => api.services.billing.useReservation(records, mode));
    await given(api, sub({ seats: 4 }));
    await accept();
    await given(api, sub({ seats: 3 }));
    await expect(accept()).rejects.toMatchObject({ code: 'SEAT_LIMIT_REACHED' });
  });

  it('follow the trial: fifteen, for fourteen times twenty-four hours', async () => {
    await given(api, null, trial);
    expect(await entitled()).toMatchObject({ state: 'trialing', seats: 15, remaining_seats: 11 });
    expect(api.services.billing.newTrial(api.system.now())).toEqual({
      trial_start: '2025-12-15T18:00:00.000Z',
      trial_end: '2025-12-29T18:00:00.000Z',
    });
    expect(await api.services.billing.spaceOf('mode')).toEqual({ read_only: false, block_code: null });
    expect(await api.services.billing.spaceOf('unknown')).toMatchObject({ read_only: true });
  });
});

it('Where nobody pays there is no trial and no limit', async () => {
  const api = await testApp();
  expect(api.services.billing.newTrial(api.system.now())).toEqual({ trial_start: null, trial_end: null });
  expect(await api.services.billing.spaceOf('mode')).toEqual({ read_only: false, block_code: null });
  await api.close();
});
