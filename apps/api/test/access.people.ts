import type { UserRow } from '@retail-performer/domain/people';
import { Invitations } from '../src/features/people/invitation.repository.ts';
import { Users } from '../src/features/people/user.repository.ts';
import { Stores } from '../src/features/stores/store.repository.ts';
import { bare, type Prepare, type Row, row, rows } from './access.row.ts';
import { textAt } from './accounts.ts';
import type { Ground, Home } from './ground.ts';
import { settleIn, store, user } from './world.ts';

const spare = { name: 'Réserve', name_lc: 'réserve' };

/** A seller of a chain whom nothing else is about; the one before is gone, so that seats are never short. */
async function someone(ground: Ground, { workspace, store: store_id }: Home, more: Partial<UserRow> = {}) {
  const id = `someone-${ground.fresh()}`;
  await ground.api.database.of(Users).remove({ workspace_id: workspace, name: spare.name });
  await settleIn(
    ground.api.records,
    [],
    [user(id, 'seller', { ...spare, workspace_id: workspace, store_id, ...more })],
  );
  return id;
}

const about =
  (more: Partial<UserRow> = {}, body?: unknown): Prepare =>
  async (ground, { home }) => ({
    params: { user_id: await someone(ground, home, more) },
    ...(body !== undefined && { body }),
  });

/** Another store of a chain; the one before is gone. */
export async function spareStore(ground: Ground, { workspace }: Home, status: 'open' | 'suspended' = 'open') {
  const id = `spare-${ground.fresh()}`;
  await ground.api.database.of(Stores).remove({ workspace_id: workspace, name: spare.name });
  await settleIn(ground.api.records, [store(id, workspace, { ...spare, status })], []);
  return id;
}

/** A new invitation of a manager, who takes no seat, sent long enough ago to be sent again. */
const invitation: Prepare = async (ground, { home }) => {
  const body = { name: 'Ana', role: 'manager', channel: 'link', store_id: home.store };
  const reply = await ground.whileWritable(home, () => ground.api.post(home.gerant, '/gerant/invitations', body));
  const id = textAt(reply, 'invitation.id');
  await ground.api.database.of(Invitations).update({ id }, { set: { last_sent_at: '2025-12-15T08:00:00.000Z' } });
  return { params: { invitation_id: id } };
};

const suspended = {
  status: 'suspended',
  suspended_at: '2025-12-01T08:00:00.000Z',
  suspended_reason: 'by_owner',
} as const;

/** Rows P14 to P22, P24 and P59. */
export const peopleRows = {
  'people.listInvitations': row(rows.ownerReads, (_, { home }) => ({ query: { store_id: home.store, limit: '5' } })),
  'people.resendInvitation': row(rows.ownerChanges, invitation),
  'people.cancelInvitation': row(rows.ownerEnds, invitation),
  'people.listStaff': row(rows.ownerReads, (_, { home }) => ({ query: { store_id: home.store, limit: '5' } })),
  'people.showStaff': row(rows.ownerReadsOne, (_, { home }) => ({ params: { user_id: home.seller } })),
  'people.editStaff': row(rows.ownerChanges, about({}, { phone: '04 78 00 00 00' })),
  'people.suspendStaff': row(rows.ownerEnds, about()),
  'people.reactivateStaff': row(rows.ownerChanges, about(suspended, {})),
  'people.transferStaff': row(rows.ownerChanges, async (ground, { home }) => ({
    params: { user_id: await someone(ground, home) },
    body: { store_id: await spareStore(ground, home) },
  })),
  'people.deleteStaff': row(rows.ownerEnds, about()),
  'people.assignCoach': row(rows.staffWrites, async (ground, { home }) => ({
    params: { store_id: home.store, seller_id: await someone(ground, home) },
    body: { manager_id: home.manager },
  })),
  'stores.showWorkspace': row(rows.ownerReads, bare),
  'stores.editWorkspace': row(rows.ownerWrites, () => ({ body: { timezone: 'Europe/Paris' } })),
} as const satisfies Readonly<Record<string, Row>>;
