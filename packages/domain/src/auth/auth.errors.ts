import type { RefusalTable } from '../kernel/index.ts';

/** The refusals around accounts. */
export const authErrors = {
  INVALID_CREDENTIALS: {
    reason: 'unauthenticated',
    fr: 'Adresse e-mail ou mot de passe incorrect.',
    en: 'Wrong e-mail address or password.',
  },
  ACCOUNT_SUSPENDED: {
    reason: 'forbidden',
    fr: 'Votre accès est suspendu. Contactez le gérant de votre enseigne.',
    en: 'Your access is suspended. Contact the owner of your company.',
  },
  WRONG_PASSWORD: {
    reason: 'forbidden',
    fr: 'Le mot de passe actuel est incorrect.',
    en: 'The current password is wrong.',
  },
  EMAIL_IN_USE: {
    reason: 'conflict',
    fr: 'Un compte existe déjà avec cette adresse.',
    en: 'An account already exists with this address.',
  },
  RESET_TOKEN_INVALID: {
    reason: 'malformed',
    fr: 'Ce lien n’est plus valable. Demandez-en un nouveau.',
    en: 'This link is no longer valid. Ask for a new one.',
  },
} as const satisfies RefusalTable;
