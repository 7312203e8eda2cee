import type { Text } from '../kernel/index.ts';

/** What deeds around accounts answer when they are done. */
export const authTexts = {
  forgot: {
    fr: 'Si un compte existe à cette adresse, un e-mail vient de partir avec un lien pour choisir un nouveau mot de passe.',
    en: 'If an account exists at this address, an e-mail with a link to choose a new password is on its way.',
  },
  reset: {
    fr: 'Votre mot de passe est changé. Connectez-vous.',
    en: 'Your password has been changed. Sign in.',
  },
  changed: {
    fr: 'Votre mot de passe est changé. Vos autres appareils sont déconnectés.',
    en: 'Your password has been changed. Your other devices are signed out.',
  },
  loggedOut: { fr: 'Vous êtes déconnecté.', en: 'You are signed out.' },
  loggedOutEverywhere: { fr: 'Vous êtes déconnecté partout.', en: 'You are signed out everywhere.' },
  sessionEnded: { fr: 'Cette session est terminée.', en: 'This session has ended.' },
} as const satisfies Readonly<Record<string, Text>>;
