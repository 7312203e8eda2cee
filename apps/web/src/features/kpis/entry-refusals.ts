import { msg } from '@lingui/core/macro';
import type { ProblemTexts } from '../../lib/problem-text.ts';

/** Why a day cannot be saved, said to the seller. */
export const entryRefusals: ProblemTexts = {
  NETWORK: msg`Pas de réseau pour l’instant. Ta saisie est gardée sur cet appareil : réessaie dès que possible.`,
  ENTRY_LOCKED: msg`Ces chiffres viennent de la caisse : ils ne se modifient pas ici.`,
  DAY_VALIDATED: msg`Cette journée a été validée. Demande sa réouverture à ton manager.`,
  ENTRY_NOT_ALLOWED: msg`Dans ton magasin, ces chiffres sont saisis par le manager ou par la caisse.`,
  ENTRY_SET_BY_MANAGER: msg`Ton manager a saisi cette journée à ta place. Demande-lui la correction.`,
  STORE_FORBIDDEN: msg`Tu n’as pas de magasin pour cette journée. Le gérant peut te rattacher.`,
  STORE_NOT_OPEN: msg`Ton magasin est suspendu ou fermé : il ne prend pas de chiffres.`,
  ENTRY_IN_OTHER_STORE: msg`Tu as déjà des chiffres ce jour-là dans un autre magasin.`,
  TRIAL_EXPIRED: msg`Saisie suspendue : voir avec le gérant. Ta saisie reste sur cet appareil.`,
  SUBSCRIPTION_INACTIVE: msg`Saisie suspendue : voir avec le gérant. Ta saisie reste sur cet appareil.`,
};
