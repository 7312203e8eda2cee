import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Tells whoever runs the installation that a task was given up. */
export const adminAlert = (w: Wording): Message => {
  const [event, error] = [w.text('event'), w.text('error')];
  return {
    fr: {
      subject: `Une tâche de ${w.product} a été abandonnée`,
      title: 'Une tâche a été abandonnée',
      lines: [
        `Après plusieurs essais, ${event} a été abandonnée le ${w.instant('at')}.`,
        `Cause : ${error || 'inconnue'}`,
      ],
      button: { label: `Ouvrir ${w.product}`, href: w.href },
      notes: ['Le journal du serveur en dit plus, sous le même nom.'],
      reason: 'Vous recevez ce message parce que votre adresse est celle des alertes de cette installation.',
    },
    en: {
      subject: `A task of ${w.product} was given up`,
      title: 'A task was given up',
      lines: [`After several tries ${event} was given up on ${w.instant('at')}.`, `Cause: ${error || 'unknown'}`],
      button: { label: `Open ${w.product}`, href: w.href },
      notes: ['The log of the server tells more, under the same name.'],
      reason: 'You get this message because yours is the address for alerts of this installation.',
    },
  }[w.locale];
};
