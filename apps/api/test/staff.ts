import type { StoreAssignmentRow, UserRow } from '@retail-performer/domain/people';
import { StoreAssignments } from '../src/features/people/assignment.repository.ts';
import { Invitations } from '../src/features/people/invitation.repository.ts';
import { textAt } from './accounts.ts';
import type { TestApp } from './test-app.ts';
import { settleIn, user } from './world.ts';

/** Everything that an owner may do with one person, as it is asked for. */
export const staff = (api: TestApp, who = 'gerant-mode') => ({
  show: (id: string) => api.get(who, `/gerant/staff/${id}`),
  edit: (id: string, body: object, headers: object = {}) => api.patch(who, `/gerant/staff/${id}`, body, headers),
  suspend: (id: string) => api.post(who, `/gerant/staff/${id}/suspend`),
  reactivate: (id: string, body: object = {}) => api.post(who, `/gerant/staff/${id}/reactivate`, body),
  transfer: (id: string, body: object, headers: object = {}) =>
    api.post(who, `/gerant/staff/${id}/transfer`, body, headers),
  remove: (id: string) => api.remove(who, `/gerant/staff/${id}`),
  invite: (body: object) => api.post(who, '/gerant/invitations', { name: 'Ana', role: 'seller', ...body }),
  resend: (id: string) => api.post(who, `/gerant/invitations/${id}/resend`),
  cancel: (id: string) => api.remove(who, `/gerant/invitations/${id}`),
  close: (id: string) => api.post(who, `/stores/${id}/close`),
  reopen: (id: string) => api.post(who, `/stores/${id}/reopen`),
});

/** Adds someone to a store of the chain Mode, working there since January. */
export async function hire(
  { records }: TestApp,
  id: string,
  role: 'manager' | 'seller',
  more: Partial<UserRow> & { readonly store_id: string },
): Promise<void> {
  await settleIn(records, [], [user(id, role, { workspace_id: 'mode', ...more })]);
}

/** Gives a manager of the chain Mode another store beside those that he has. */
export async function alsoIn({ records, system }: TestApp, id: string, store_id: string): Promise<void> {
  const person = await records.users.get(id);
  const at = system.now().toISOString();
  await records.users.update(id, { store_ids: [...(person?.store_ids ?? []), store_id] });
  await records.assignments.insert({
    id: `assignment:${id}:${store_id}`,
    workspace_id: 'mode',
    user_id: id,
    store_id,
    role: 'manager',
    from_date: '2025-02-01',
    to_date: null,
    open_key: `${id}:${store_id}`,
    ended_by: null,
    created_at: at,
    updated_at: at,
  });
}

/** Someone invited by link to Lyon: his id, that of his invitation and the secret of his link. */
export async function invited(api: TestApp, body: object = {}) {
  const reply = await staff(api).invite({ channel: 'link', store_id: 'lyon', ...body });
  const token = String(Object(reply.json).invitation_url).split('#')[1] ?? '';
  return { id: textAt(reply, 'user.id'), invitation_id: textAt(reply, 'invitation.id'), token };
}

/** Where someone worked and works: store, first day, last day. */
export async function placesOf({ database }: TestApp, user_id: string) {
  const rows = await database.of(StoreAssignments).find({ user_id }, { sort: { from_date: 1, id: 1 } });
  return rows.map(({ store_id, from_date, to_date }: StoreAssignmentRow) => [store_id, from_date, to_date]);
}

/** Lets an invitation's last sending lie in the past. */
export const sentLongAgo = ({ database }: TestApp, id: string) =>
  database.of(Invitations).update({ id }, { set: { last_sent_at: '2025-12-01T08:00:00.000Z' } });
