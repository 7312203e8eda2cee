import { msg } from '@lingui/core/macro';
import type { ProblemTexts } from '../../lib/problem-text.ts';

/** Why nobody can be invited now. */
export const seatRefusals: ProblemTexts = {
  SEAT_LIMIT_REACHED: msg`Tous les postes vendeurs sont pris. Suspendre quelqu’un libère son poste aussitôt.`,
  EMAIL_IN_USE: msg`Un compte existe déjà avec cette adresse.`,
};
