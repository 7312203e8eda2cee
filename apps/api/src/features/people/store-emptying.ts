import { businessDay } from '@retail-performer/domain/kernel';
import { invitationStatus, type UserRow } from '@retail-performer/domain/people';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Emptied } from '../stores/store-status.service.ts';
import { depart, endInvitation } from './departing.ts';
import { leaveStore } from './leaving.ts';
import { endPlacements } from './placement.ts';
import type { StaffRecords } from './staff.records.ts';

interface Closing {
  readonly gerant: ActorOf<'gerant'>;
  readonly store: StoreRow;
  readonly now: Date;
}

/**
 * Sends the people of a closing store away, in its transaction: who works nowhere else is suspended and keeps the
 * store, who has others leaves it, who was invited there disappears with the invitation.
 */
export const storeEmptying =
  (system: System) =>
  async (at: StaffRecords, gerant: ActorOf<'gerant'>, store: StoreRow): Promise<Emptied> => {
    const closing = { gerant, store, now: system.now() };
    const people = await peopleOf(at, closing);
    const bound = people.filter(({ store_ids }) => store_ids.length <= 1);
    const active = bound.filter(({ status }) => status === 'active');
    await suspendAll(at, closing, active);
    let cancelled_invitations = 0;
    let seats_freed = active.filter(({ role }) => role === 'seller').length;
    for (const person of bound.filter(({ status }) => status === 'invited')) {
      if (!(await uninvite(at, closing, person))) continue;
      cancelled_invitations += 1;
      if (person.role === 'seller') seats_freed += 1;
    }
    for (const person of people.filter(({ store_ids }) => store_ids.length > 1)) await release(at, closing, person);
    return {
      suspended_managers: active.filter(({ role }) => role === 'manager').length,
      suspended_sellers: active.filter(({ role }) => role === 'seller').length,
      cancelled_invitations,
      seats_freed,
    };
  };

/** Everyone of the store, those included whose first store is another one. */
async function peopleOf(at: StaffRecords, { gerant, store }: Closing): Promise<readonly UserRow[]> {
  const scope = scopeOf(gerant);
  const here = await at.users.findOfStore(scope, store.id);
  const known = new Set(here.map(({ id }) => id));
  const ties = await at.assignments.findOpenOfStore(scope, store.id);
  const others = ties.flatMap(({ user_id }) => (known.has(user_id) ? [] : user_id));
  const visiting = others.length === 0 ? [] : await at.users.findMany(scope, others);
  return [...here, ...visiting.filter(({ status }) => status !== 'deleted')];
}

async function suspendAll(at: StaffRecords, { gerant, store, now }: Closing, people: readonly UserRow[]) {
  if (people.length === 0) return;
  const instant = now.toISOString();
  const ids = people.map(({ id }) => id);
  await at.staff.updateMany(scopeOf(gerant), ids, {
    status: 'suspended',
    suspended_at: instant,
    suspended_by: gerant.user_id,
    suspended_reason: 'store_closed',
    updated_at: instant,
  });
  await at.sessions.revokeAll(ids, 'suspended', instant);
  const events = ids.map((entity_id) => ({
    workspace_id: store.workspace_id,
    action: 'staff.suspended' as const,
    entity_type: 'user',
    entity_id,
    store_id: store.id,
    before: { status: 'active' },
    after: { status: 'suspended' },
    reason_code: 'store_closed',
  }));
  await at.audit.record(gerant, ...events);
}

/** Cancels an invitation that could still be accepted; one past its end may be sent again for another store. */
async function uninvite(at: StaffRecords, { gerant, now }: Closing, person: UserRow): Promise<boolean> {
  const invitation = await at.invitations.findOfUser(scopeOf(gerant), person.id);
  if (invitation === null || invitationStatus(invitation, now) !== 'pending') return false;
  await endInvitation(at, { gerant, person, now });
  await depart(at, { gerant, person, now });
  return true;
}

/** Takes the store from someone who has others. */
async function release(at: StaffRecords, { gerant, store, now }: Closing, person: UserRow): Promise<void> {
  const scope = scopeOf(gerant);
  const instant = now.toISOString();
  const user_id = person.id;
  const last = businessDay(now, store);
  await endPlacements(at, { scope, user_id, store_ids: [store.id], last, ended_by: gerant.user_id, now: instant });
  await leaveStore(at, { scope, manager_id: user_id, store_id: store.id, now: instant });
  const store_ids = person.store_ids.filter((id) => id !== store.id);
  const store_id = store_ids[0] ?? null;
  await at.staff.update(scope, user_id, { store_id, store_ids, updated_at: instant });
  if (store_id !== null) await at.invitations.follow(user_id, { store_id }, instant);
  await at.audit.record(gerant, {
    workspace_id: store.workspace_id,
    action: 'staff.stores_changed',
    entity_type: 'user',
    entity_id: user_id,
    store_id: store.id,
    before: { store_ids: person.store_ids },
    after: { store_ids },
    reason_code: 'store_closed',
  });
}
