import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Tells an owner that nobody opens his space, when it will be removed, and what keeps it. */
export const spaceIdle = (w: Wording): Message =>
  ({
    fr: {
      subject: `Votre espace ${w.product} sera bientôt supprimé`,
      title: 'Personne n’ouvre plus votre espace',
      lines: [
        `Bonjour ${w.first_name}, l’espace « ${w.text('space_name')} » est en lecture seule, et personne ne s’y est connecté depuis le ${w.instant('since')}.`,
        `Sans connexion d’ici là, il sera supprimé avec tous ses chiffres à partir du ${w.instant('removal')}.`,
        'Se connecter une fois suffit à le conserver ; vous pouvez aussi y exporter vos chiffres.',
      ],
      button: { label: 'Ouvrir mon espace', href: w.href },
      notes: [],
      reason: `Vous recevez ce message parce que vous êtes le gérant d’un espace ${w.product}.`,
    },
    en: {
      subject: `Your ${w.product} space will soon be removed`,
      title: 'Nobody opens your space any more',
      lines: [
        `Hello ${w.first_name}, the space “${w.text('space_name')}” may only be read, and nobody has signed in since ${w.instant('since')}.`,
        `Unless someone does, it will be removed with all its figures from ${w.instant('removal')} on.`,
        'Signing in once is enough to keep it; you can also export your figures there.',
      ],
      button: { label: 'Open my space', href: w.href },
      notes: [],
      reason: `You get this message because you own a space of ${w.product}.`,
    },
  })[w.locale];
