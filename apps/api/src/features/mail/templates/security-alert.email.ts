import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Tells that a sign-in was used from two places and is closed. */
export const securityAlert = (w: Wording): Message =>
  ({
    fr: {
      subject: 'Une de vos connexions a été fermée',
      title: 'Une de vos connexions a été fermée',
      lines: [
        `Bonjour ${w.first_name}, le ${w.instant('at')}, un ancien jeton de connexion de votre compte a été présenté une seconde fois. Quelqu’un d’autre l’a peut-être copié.`,
        'Par prudence, cette connexion est fermée. Vos autres connexions restent ouvertes.',
      ],
      button: { label: 'Se reconnecter', href: w.href },
      notes: ['En cas de doute, changez votre mot de passe : toutes vos connexions seront alors fermées.'],
      reason: `Vous recevez ce message parce qu’il touche à la sécurité de votre compte ${w.product}.`,
    },
    en: {
      subject: 'One of your sign-ins was closed',
      title: 'One of your sign-ins was closed',
      lines: [
        `Hello ${w.first_name}, on ${w.instant('at')} an old token of your account was shown a second time. Someone else may have copied it.`,
        'To be safe, that sign-in is closed. Your other sign-ins stay open.',
      ],
      button: { label: 'Sign in again', href: w.href },
      notes: ['If in doubt, change your password: all your sign-ins are then closed.'],
      reason: `You get this message because it is about the security of your ${w.product} account.`,
    },
  })[w.locale];
