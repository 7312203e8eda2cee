import { authErrors } from '@retail-performer/domain/auth';
import { AppError } from '@retail-performer/domain/kernel';
import { invitationErrors, invitationStatus } from '@retail-performer/domain/people';
import type { InvitationRepository } from './invitation.repository.ts';
import type { UserRepository } from './user.repository.ts';

interface Records {
  readonly users: Pick<UserRepository, 'findByEmail'>;
  readonly invitations: Pick<InvitationRepository, 'findByPendingKey' | 'settle'>;
}

/** Whom an address is claimed for; `invitation_id` is the invitation that holds it already, perhaps. */
export interface Claim {
  readonly workspace_id: string;
  readonly email: string;
  readonly invitation_id: string | null;
  readonly now: Date;
}

/** Makes sure that an address is nobody's login and awaits no answer here; an invitation past its end gives it back. */
export async function claimAddress(at: Records, { workspace_id, email, invitation_id, now }: Claim): Promise<void> {
  if ((await at.users.findByEmail(email)) !== null) throw new AppError(authErrors, 'EMAIL_IN_USE');
  const waiting = await at.invitations.findByPendingKey(`${workspace_id}:${email}`);
  if (waiting === null || waiting.id === invitation_id) return;
  if (invitationStatus(waiting, now) === 'pending') throw alreadyPending(waiting.id);
  const freed = { status: 'expired', pending_key: null, pending_user_key: null } as const;
  await at.invitations.settle(waiting.id, { ...freed, updated_at: now.toISOString() });
}

/** Someone is invited at this address already; by which invitation. */
export const alreadyPending = (invitation_id: string) =>
  new AppError(invitationErrors, 'INVITATION_ALREADY_PENDING', { extensions: { invitation_id } });
