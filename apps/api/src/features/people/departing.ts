import { businessDay, type Day } from '@retail-performer/domain/kernel';
import { leftOf, type UserRow } from '@retail-performer/domain/people';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import { leaveStore } from './leaving.ts';
import { endPlacements } from './placement.ts';
import type { StaffRecords } from './staff.records.ts';

/** Who goes, by whose decision and when. */
export interface Departure {
  readonly gerant: ActorOf<'gerant'>;
  readonly person: UserRow;
  readonly now: Date;
}

/**
 * Lets a person go for good: no session, no way to reach him or to sign in is left, his stores and sellers are given
 * up. Where figures speak of him the name stays beside them; of somebody invited who has none, nothing stays.
 */
export async function depart(at: StaffRecords, { gerant, person, now }: Departure): Promise<void> {
  const scope = scopeOf(gerant);
  const instant = now.toISOString();
  const user_id = person.id;
  for (const store of await at.stores.findMany(scope, person.store_ids)) {
    const last: Day = businessDay(now, store);
    await endPlacements(at, { scope, user_id, store_ids: [store.id], last, ended_by: gerant.user_id, now: instant });
    if (person.role === 'manager')
      await leaveStore(at, { scope, manager_id: user_id, store_id: store.id, now: instant });
  }
  await at.sessions.revokeAll([user_id], 'deleted', instant);
  await at.resets.removeUnused(user_id);
  if (person.status === 'invited' && (await hasNoFigures(at, { gerant, person, now }))) {
    await at.placements.removeOf(scope, user_id);
    await at.staff.remove(scope, user_id);
    return;
  }
  await at.staff.update(scope, user_id, leftOf(gerant.user_id, instant));
}

/** Cancels the invitation of a person who has not accepted it, if there is one; the link is dead at once. */
export async function endInvitation(at: StaffRecords, { gerant, person, now }: Departure): Promise<string | null> {
  const invitation = await at.invitations.findOfUser(scopeOf(gerant), person.id);
  if (invitation === null) return null;
  const cancelled = await at.invitations.change(invitation.id, {
    status: 'cancelled',
    name: person.name,
    pending_key: null,
    pending_user_key: null,
    cancelled_at: now.toISOString(),
    cancelled_by: gerant.user_id,
    updated_at: now.toISOString(),
  });
  if (!cancelled) return null;
  await at.audit.record(gerant, {
    workspace_id: gerant.workspace_id,
    action: 'invitation.cancelled',
    entity_type: 'invitation',
    entity_id: invitation.id,
    store_id: person.store_id,
  });
  return invitation.id;
}

async function hasNoFigures({ entryDates }: StaffRecords, { gerant, person, now }: Departure): Promise<boolean> {
  const recent = now.toISOString().slice(0, 10);
  return (await entryDates.findLast(scopeOf(gerant), [person.id], recent)).size === 0;
}
