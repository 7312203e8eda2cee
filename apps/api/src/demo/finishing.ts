import { compose, type Outside } from '../compose.ts';
import type { ActorOf } from '../core/actor.ts';
import { hashPassword } from '../core/security/passwords.ts';
import { unitOf } from '../core/unit.ts';
import { newUser } from '../features/people/new-user.rules.ts';
import { recordsAt } from '../records.ts';
import { administrator, demoPassword } from './chain.ts';

/** What happens beside the chain's own life: an administrator of the platform, a trial where seats are paid for. */
export async function finish(outside: Outside, { workspace_id }: ActorOf<'gerant'>): Promise<void> {
  const { database, system, config } = outside;
  const now = system.now();
  const at = now.toISOString();
  const { name, email } = administrator;
  const password_hash = await hashPassword(demoPassword);
  const start = { role: 'super_admin', status: 'active', locale: 'fr', origin: 'demo', created_at: at } as const;
  const admin = newUser({ ...start, id: system.newId(), name, email, password_hash, password_changed_at: at });
  const trial = compose(outside).billing.newTrial(now);
  await unitOf(database, (tx) => recordsAt(tx, system)).change(async ({ users, workspaces }) => {
    await users.insert(admin);
    if (config.features.billing === 'on') await workspaces.setTrial(workspace_id, trial, at);
  });
}

/** Suspends a seller as his owner would: no session, no seat, and his figures stay. */
export async function suspend(outside: Outside, gerant: ActorOf<'gerant'>, user_id: string, at: string): Promise<void> {
  const { database, system } = outside;
  await unitOf(database, (tx) => recordsAt(tx, system)).change(async ({ users, sessions, audit }) => {
    const suspension = { suspended_at: at, suspended_by: gerant.user_id, suspended_reason: 'by_owner' } as const;
    await users.update(user_id, { status: 'suspended', ...suspension, updated_at: at });
    await sessions.revokeAll([user_id], 'suspended', at);
    await audit.record(gerant, {
      workspace_id: gerant.workspace_id,
      action: 'staff.suspended',
      entity_type: 'user',
      entity_id: user_id,
      before: { status: 'active' },
      after: { status: 'suspended' },
      reason_code: 'by_owner',
    });
  });
}
