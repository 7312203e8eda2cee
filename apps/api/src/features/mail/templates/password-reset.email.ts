import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** The link to a new password, for whoever asked for one. */
export const passwordReset = (w: Wording): Message =>
  ({
    fr: {
      subject: 'Nouveau mot de passe',
      title: 'Choisissez un nouveau mot de passe',
      lines: [`Bonjour ${w.first_name}, vous avez demandé un nouveau mot de passe.`],
      button: { label: 'Choisir un mot de passe', href: w.href },
      notes: [
        `Ce lien sert une fois, pendant ${w.text('ttl_minutes')} minutes.`,
        'Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe ne change pas.',
      ],
      reason: `Vous recevez ce message parce qu’un nouveau mot de passe a été demandé pour votre compte ${w.product}.`,
    },
    en: {
      subject: 'Reset your password',
      title: 'Choose a new password',
      lines: [`Hello ${w.first_name}, you asked for a new password.`],
      button: { label: 'Choose a password', href: w.href },
      notes: [
        `This link works once, for ${w.text('ttl_minutes')} minutes.`,
        'You did not ask? Ignore this message: your password stays as it is.',
      ],
      reason: `You get this message because a new password was requested for your ${w.product} account.`,
    },
  })[w.locale];
