import type { RefusalTable } from '../kernel/index.ts';

/** The refusals of a space that may not write, or has no seat left. */
export const billingErrors = {
  TRIAL_EXPIRED: {
    reason: 'forbidden',
    fr: 'La période d’essai est terminée : l’espace est en lecture seule.',
    en: 'The trial is over: this space can only be read.',
  },
  SUBSCRIPTION_INACTIVE: {
    reason: 'forbidden',
    fr: 'L’abonnement n’est plus actif : l’espace est en lecture seule.',
    en: 'The subscription is no longer active: this space can only be read.',
  },
  SEAT_LIMIT_REACHED: {
    reason: 'conflict',
    fr: 'Tous les postes vendeurs sont pris ({used} actifs, {reserved} invités, {seats} au total).',
    en: 'All seller seats are taken ({used} active, {reserved} invited, {seats} in all).',
  },
} as const satisfies RefusalTable;
