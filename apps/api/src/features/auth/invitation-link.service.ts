import type { InvitationSummary } from '@retail-performer/domain/auth';
import { workspaceScope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { InvitationRepository } from '../people/invitation.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import { invitationRefused, pendingInvitation } from './pending-invitation.ts';

interface Deps {
  readonly data: Unit<{
    readonly invitations: Pick<InvitationRepository, 'findByTokenHash'>;
    readonly users: Pick<UserRepository, 'find'>;
    readonly stores: Pick<StoreRepository, 'find'>;
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
  }>;
  readonly system: System;
}

/** Tells whoever holds an invitation what it is about. */
export function invitationLinkService({ data, system }: Deps) {
  return {
    /** The person, the store and the company of a link; 400 as an acceptance would be refused. Changes nothing. */
    async describe(token: string): Promise<InvitationSummary> {
      const { read } = data;
      const invitation = await pendingInvitation(read.invitations, token, system.now());
      const { workspace_id, email, role, expires_at, manager_id } = invitation;
      const scope = workspaceScope(workspace_id);
      const workspace = await read.workspaces.find(workspace_id);
      const person = await read.users.find(scope, invitation.user_id);
      const store = await read.stores.find(scope, invitation.store_id);
      const isOpen = workspace !== null && workspace.status !== 'deleted' && person?.status === 'invited';
      if (!isOpen || store === null) throw invitationRefused('INVITATION_CANCELLED');

      const manager = manager_id === null ? null : await read.users.find(scope, manager_id);
      return {
        valid: true,
        email,
        name: person.name,
        role,
        store_name: store.name,
        company_name: workspace.name,
        manager_name: manager === null || manager.status === 'deleted' ? null : manager.name,
        expires_at,
      };
    },
  };
}
export type InvitationLinkService = ReturnType<typeof invitationLinkService>;
