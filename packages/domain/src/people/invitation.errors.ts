import type { RefusalTable } from '../kernel/index.ts';

/** The refusals around invitations. */
export const invitationErrors = {
  INVITATION_INVALID: {
    reason: 'malformed',
    fr: 'Ce lien d’invitation n’est pas valable, ou un lien plus récent l’a remplacé.',
    en: 'This invitation link is not valid, or a newer one has replaced it.',
  },
  INVITATION_USED: {
    reason: 'malformed',
    fr: 'Cette invitation a déjà servi. Connectez-vous.',
    en: 'This invitation has been used already. Sign in.',
  },
  INVITATION_EXPIRED: {
    reason: 'malformed',
    fr: 'Cette invitation a expiré. Demandez un nouveau lien à votre responsable.',
    en: 'This invitation has expired. Ask your manager for a new link.',
  },
  INVITATION_CANCELLED: {
    reason: 'malformed',
    fr: 'Cette invitation a été annulée.',
    en: 'This invitation was cancelled.',
  },
  INVITATION_EMAIL_MISMATCH: {
    reason: 'malformed',
    fr: 'Cette invitation a été envoyée à une autre adresse.',
    en: 'This invitation was sent to another address.',
  },
  INVITATION_ALREADY_PENDING: {
    reason: 'conflict',
    fr: 'Une invitation attend déjà à cette adresse.',
    en: 'An invitation is already waiting at this address.',
  },
} as const satisfies RefusalTable;
