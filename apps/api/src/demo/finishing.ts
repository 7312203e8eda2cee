import { compose, type Outside } from '../compose.ts';
import { AuditLog } from '../core/audit.ts';
import type { ActorOf } from '../core/actor.ts';
import type { Database } from '../core/database/collection.ts';
import { unitOf } from '../core/unit.ts';
import { recordsAt } from '../records.ts';
import { demoTrace } from './actors.ts';
import { administrator, demoPassword } from './chain.ts';

// The last line that the building writes: it tells that everything else is there.
const built = 'demo.built';

/** What happens beside the chain's own life: an administrator of the platform, a trial where seats are paid for. */
export async function finish(outside: Outside, { workspace_id }: ActorOf<'gerant'>): Promise<void> {
  const { database, system, config } = outside;
  const { admins, billing } = compose(outside);
  const { name, email } = administrator;
  await admins.ensureFirst({ name, email, password: demoPassword }, demoTrace);
  const now = system.now();
  await unitOf(database, (tx) => recordsAt(tx, system)).change(async ({ workspaces, audit }) => {
    if (config.features.billing === 'on')
      await workspaces.setTrial(workspace_id, billing.newTrial(now), now.toISOString());
    const event = { workspace_id, action: built, entity_type: 'workspace', entity_id: workspace_id } as const;
    await audit.record({ role: 'system', trace: demoTrace }, event);
  });
}

/** Whether the building of a workspace's demonstration came to its end. */
export const isFinished = async (database: Database, workspace_id: string): Promise<boolean> =>
  (await database.of(AuditLog).findOne({ workspace_id, action: built })) !== null;

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
