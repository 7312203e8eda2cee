import { InvitationSent } from '@retail-performer/domain/people';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { entryRow } from '../../../test/figures.ts';
import { race, runnerFor } from '../../../test/jobs.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Jobs } from '../../core/jobs/job.model.ts';
import { KpiEntries } from '../kpis/kpi.collections.ts';
import { Users } from './user.repository.ts';

const owner = 'gerant-mode';
const start = Date.parse('2025-12-15T18:00:00.000Z');
const after = (days: number, ms = 0) => new Date(start + days * 86_400_000 + ms).toISOString();

describe.each(engines)('Invitations that nobody accepts ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const runner = () => runnerFor(api, 'invitation_upkeep');
  const invite = async (more: object = {}) => {
    const guest = { name: 'Ana Petit', email: 'ana@shop.example', role: 'seller', store_id: 'lyon', ...more };
    const reply = await api.post(owner, '/gerant/invitations', guest);
    expect(reply).toMatchObject({ status: 200 });
    return InvitationSent.parse(reply.json);
  };
  const stored = (id: string) => api.records.invitations.get(id);
  const traces = async (id: string) =>
    (await dumpOf(api, ['audit_log', 'mail_outbox'])).filter(({ row }) => JSON.stringify(row).includes(`"${id}"`));

  it('are called expired at their end, not before, and free the address', async () => {
    const { invitation } = await invite();
    const jobs = runner();
    api.system.moveTo(after(7, -1));
    await jobs.tick();
    expect(await stored(invitation.id)).toMatchObject({ status: 'pending' });
    api.system.moveTo(after(7));
    await jobs.tick();
    expect(await stored(invitation.id)).toMatchObject({ status: 'expired', pending_key: null, pending_user_key: null });
    expect(await audited(api, 'invitation.expired')).toMatchObject([
      { workspace_id: 'mode', actor_type: 'system', entity_id: invitation.id, store_id: 'lyon' },
    ]);
    await invite();
  });

  it('are left alone when they were sent again or accepted', async () => {
    const { invitation } = await invite();
    api.system.moveTo(after(6));
    expect(await api.post(owner, `/gerant/invitations/${invitation.id}/resend`)).toMatchObject({ status: 200 });
    api.system.moveTo(after(8));
    await runner().tick();
    expect(await stored(invitation.id)).toMatchObject({ status: 'pending' });
    expect(await audited(api, 'invitation.expired')).toEqual([]);
  });

  it('make their people disappear 30 days later, with all that was known of them', async () => {
    const { user, invitation } = await invite();
    api.system.moveTo(after(37, -1));
    await runner().tick();
    expect(await api.records.users.get(user.id)).not.toBeNull();
    api.system.moveTo(after(37, 3_600_000));
    await runner().tick();
    expect(await traces(user.id)).toEqual([]);
    expect(await stored(invitation.id)).toBeNull();
    expect(await audited(api, 'staff.deleted')).toMatchObject([
      { actor_type: 'system', entity_id: user.id, reason_code: 'never_joined', before: { status: 'invited' } },
    ]);
  });

  it('keep people who have figures, and those whom a machine made', async () => {
    const { user } = await invite();
    await api.database.of(KpiEntries).insert([entryRow({ seller_id: user.id })]);
    const { user: other } = await invite({ email: 'eva@shop.example' });
    await api.database.of(Users).update({ id: other.id }, { set: { origin: 'api' } });
    api.system.moveTo(after(60));
    await runner().tick();
    for (const { id } of [user, other]) expect(await api.records.users.get(id)).toMatchObject({ status: 'invited' });
  });

  it('leave the sellers of a manager who never came without a coach', async () => {
    const { user } = await invite({ role: 'manager' });
    await api.records.users.update('tom', { manager_id: user.id });
    api.system.moveTo(after(38));
    await runner().tick();
    const tom = await api.records.users.get('tom');
    expect(tom?.manager_id).not.toBe(user.id);
  });

  it('are tidied once by two runners at the same time', async () => {
    for (const place of [1, 2, 3]) await invite({ email: `guest-${place}@shop.example` });
    api.system.moveTo(after(40));
    await race([runner(), runner(), runner()]);
    expect(await audited(api, 'invitation.expired')).toHaveLength(3);
    expect(await audited(api, 'staff.deleted')).toHaveLength(3);
    expect(await api.database.of(Jobs).find({ kind: 'invitation_upkeep' })).toMatchObject([
      { status: 'done', attempts: 1, result: { expired: 3, forgotten: 3 } },
    ]);
  });
});
