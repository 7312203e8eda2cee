import { msg } from '@lingui/core/macro';
import type { ProblemTexts } from '../../lib/problem-text.ts';

/** Why an invitation cannot be accepted now, though its link is good. */
export const invitationRefusals: ProblemTexts = {
  INVITATION_EMAIL_MISMATCH: msg`Cette invitation est pour une autre adresse. Laissez le champ vide, ou indiquez celle qui l’a reçue.`,
  EMAIL_IN_USE: msg`Un compte existe déjà avec cette adresse. Connectez-vous, ou demandez une invitation à une autre adresse.`,
  STORE_CLOSED: msg`Ce magasin a fermé depuis. Votre responsable peut vous inviter dans un autre.`,
  SEAT_LIMIT_REACHED: msg`Il n’y a plus de poste libre. Votre responsable peut en libérer un ; le lien reste valable.`,
  TRIAL_EXPIRED: msg`L’espace de l’enseigne est en lecture seule. Prévenez votre responsable ; le lien reste valable.`,
  SUBSCRIPTION_INACTIVE: msg`L’espace de l’enseigne est en lecture seule. Prévenez votre responsable ; le lien reste valable.`,
};
