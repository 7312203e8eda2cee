import { AppError } from '@retail-performer/domain/kernel';
import {
  invitationErrors,
  invitationRefusal,
  type InvitationRow,
  invitationStatus,
} from '@retail-performer/domain/people';
import { hashOf } from '../../core/security/link-tokens.ts';
import type { InvitationRepository } from '../people/invitation.repository.ts';

/** The refusal of an invitation, by its code. */
export const invitationRefused = (code: keyof typeof invitationErrors) => new AppError(invitationErrors, code);

/** The invitation that a token opens; 400 that says why it opens none. */
export async function pendingInvitation(
  invitations: Pick<InvitationRepository, 'findByTokenHash'>,
  token: string,
  now: Date,
): Promise<InvitationRow> {
  const invitation = await invitations.findByTokenHash(hashOf(token));
  if (invitation === null) throw invitationRefused('INVITATION_INVALID');
  const refusal = invitationRefusal[invitationStatus(invitation, now)];
  if (refusal !== null) throw invitationRefused(refusal);
  return invitation;
}
