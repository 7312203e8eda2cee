import type { UserRow } from '@retail-performer/domain/people';
import { workspaceScope } from '../../core/scope.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { AssignmentRepository } from './assignment.repository.ts';
import type { UserRepository } from './user.repository.ts';

interface Repositories {
  readonly users: UserRepository;
  readonly stores: StoreRepository;
  readonly assignments: AssignmentRepository;
}

interface Member extends Pick<UserRow, 'id' | 'role' | 'manager_id'> {
  readonly workspace_id: string;
  readonly store_id: string;
}

/**
 * Finds someone who joins his place, in the transaction in which he does: a seller without coach gets the store's
 * only manager; a manager takes the sellers who have none, and the store if nobody is named for it. Resolves to
 * the coach of the person.
 */
export async function joinTeam(at: Repositories, member: Member, now: string): Promise<string | null> {
  const { id, role, manager_id, workspace_id, store_id } = member;
  if (role === 'seller') return manager_id ?? onlyManager(at, workspace_id, store_id);
  if (role !== 'manager') return null;
  const scope = workspaceScope(workspace_id);
  await at.users.coach(scope, store_id, id, now);
  await at.stores.nameManager(scope, store_id, id, now);
  return null;
}

/** The one active manager of a store; null when there are none or several. */
async function onlyManager(at: Repositories, workspace_id: string, store_id: string): Promise<string | null> {
  const scope = workspaceScope(workspace_id);
  const assigned = await at.assignments.findManagersOf(scope, store_id);
  const people = await at.users.findMany(
    scope,
    assigned.map(({ user_id }) => user_id),
  );
  const [first, ...others] = people.filter(({ status, role }) => status === 'active' && role === 'manager');
  return others.length > 0 ? null : (first?.id ?? null);
}
