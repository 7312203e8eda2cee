import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Tells that the password was changed, and what to do if it was someone else. */
export const passwordChanged = (w: Wording): Message => {
  const device = w.text('device');
  const network = w.text('ip_prefix');
  return {
    fr: {
      subject: 'Votre mot de passe a changé',
      title: 'Votre mot de passe a changé',
      lines: [
        `Bonjour ${w.first_name}, le mot de passe de votre compte a été changé le ${w.instant('at')}.`,
        ...(device === '' ? [] : [`Appareil : ${device}`]),
        ...(network === '' ? [] : [`Réseau : ${network}`]),
        'Toutes vos autres connexions sont fermées.',
      ],
      button: { label: 'Se connecter', href: w.href },
      notes: ['Ce n’était pas vous ? Demandez tout de suite un nouveau mot de passe depuis la page de connexion.'],
      reason: `Vous recevez ce message parce qu’il touche à la sécurité de votre compte ${w.product}.`,
    },
    en: {
      subject: 'Your password has changed',
      title: 'Your password has changed',
      lines: [
        `Hello ${w.first_name}, the password of your account was changed on ${w.instant('at')}.`,
        ...(device === '' ? [] : [`Device: ${device}`]),
        ...(network === '' ? [] : [`Network: ${network}`]),
        'All your other sign-ins are closed.',
      ],
      button: { label: 'Sign in', href: w.href },
      notes: ['It was not you? Ask for a new password at once, from the sign-in page.'],
      reason: `You get this message because it is about the security of your ${w.product} account.`,
    },
  }[w.locale];
};
