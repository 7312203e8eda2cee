import { invitationStatus, type StoreAssignmentRow, type UserRow } from '@retail-performer/domain/people';
import { StoreAssignments } from '../src/features/people/assignment.repository.ts';
import { Invitations } from '../src/features/people/invitation.repository.ts';
import { Users } from '../src/features/people/user.repository.ts';
import { Stores } from '../src/features/stores/store.repository.ts';
import type { TestApp } from './test-app.ts';

/** What is always true of a chain's people and stores, and is not of the chain Mode now; empty when all is well. */
export async function brokenRules(api: TestApp, seats: number): Promise<readonly string[]> {
  const mine = { workspace_id: 'mode' } as const;
  const { database, system } = api;
  const users = await database.of(Users).find(mine);
  const ties = await database.of(StoreAssignments).find(mine, { sort: { from_date: 1, id: 1 } });
  const stores = await database.of(Stores).find(mine);
  const invitations = await database.of(Invitations).find(mine);
  const closed = new Set(stores.flatMap(({ id, status }) => (status === 'closed' ? id : [])));
  const staff = users.filter(({ role }) => role !== 'gerant');
  const broken: string[] = [];
  const require = (holds: boolean, rule: string) => void (holds || broken.push(rule));

  for (const person of staff) {
    const own = ties.filter(({ user_id }) => user_id === person.id);
    require(sameStores(person, own), `${person.id} works where his assignments say`);
    if (person.role === 'seller') require(!overlapping(own), `${person.id} works in one store a day`);
    for (const { from_date, to_date } of own)
      require(to_date === null || from_date <= to_date, `${person.id} has days`);
    if (person.status === 'active') {
      require(person.store_ids.length > 0 &&
        person.store_ids.every((id) => !closed.has(id)), `${person.id} has a store`);
    }
    const coach = users.find(({ id }) => id === person.manager_id);
    require(person.manager_id === null || coachesIn(coach, person.store_id), `${person.id} has a coach of his store`);
  }
  for (const { id, manager_id } of stores) {
    const manager = users.find((each) => each.id === manager_id);
    require(manager_id === null || coachesIn(manager, id), `${id} is led by a manager of its own`);
  }
  for (const invitation of invitations) {
    const live = invitationStatus(invitation, system.now()) === 'pending';
    const person = users.find(({ id }) => id === invitation.user_id);
    require(!live || person?.status === 'invited', `${invitation.id} awaits somebody`);
    require(!live || !closed.has(invitation.store_id), `${invitation.id} leads to a store`);
    require(!live || invitation.store_id === person?.store_id, `${invitation.id} leads where he works`);
  }
  const now = system.now().toISOString();
  const taken = staff.filter(
    ({ role, status, reserved_until }) =>
      role === 'seller' && (status === 'active' || (status === 'invited' && (reserved_until ?? '') > now)),
  );
  require(taken.length <= seats, `${taken.length} seats are taken of ${seats}`);
  return broken;
}

function sameStores({ status, store_id, store_ids }: UserRow, own: readonly StoreAssignmentRow[]): boolean {
  const open = own.flatMap((row) => (row.to_date === null ? row.store_id : []));
  if (status === 'deleted') return open.length === 0 && store_id === null && store_ids.length === 0;
  return JSON.stringify(open.toSorted()) === JSON.stringify(store_ids.toSorted()) && store_ids[0] === store_id;
}

const overlapping = (own: readonly StoreAssignmentRow[]): boolean =>
  own.some(({ to_date }, place) => {
    const next = own[place + 1];
    return next !== undefined && (to_date === null || to_date >= next.from_date);
  });

const coachesIn = (coach: UserRow | undefined, store_id: string | null): boolean =>
  coach?.role === 'manager' && coach.status !== 'deleted' && store_id !== null && coach.store_ids.includes(store_id);
