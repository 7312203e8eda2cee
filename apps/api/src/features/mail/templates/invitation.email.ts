import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Asks a manager to run a store's day. */
export const invitationManager = (w: Wording): Message =>
  ({
    fr: {
      ...shared(w).fr,
      lines: [
        ...shared(w).fr.lines,
        `Vous suivrez la journée du magasin : les chiffres de l’équipe, les vendeurs à accompagner, les faits à retenir.`,
      ],
    },
    en: {
      ...shared(w).en,
      lines: [
        ...shared(w).en.lines,
        'You will follow the store’s day: the figures of the team, the sellers to support, the facts to remember.',
      ],
    },
  })[w.locale];

/** Asks a seller to join a store; names the coach when there is one. */
export const invitationSeller = (w: Wording): Message => {
  const coach = w.text('manager_name');
  return {
    fr: {
      ...shared(w).fr,
      lines: [
        ...shared(w).fr.lines,
        'Vous y noterez vos ventes en quelques secondes, et verrez où vous en êtes.',
        ...(coach === '' ? [] : [`Votre responsable : ${coach}.`]),
      ],
    },
    en: {
      ...shared(w).en,
      lines: [
        ...shared(w).en.lines,
        'You will note your sales in a few seconds, and see where you stand.',
        ...(coach === '' ? [] : [`Your manager: ${coach}.`]),
      ],
    },
  }[w.locale];
};

function shared(w: Wording) {
  const [inviter, company, store] = [w.text('inviter_name'), w.text('company_name'), w.text('store_name')];
  return {
    fr: {
      subject: `Rejoignez ${store}`,
      title: `${w.first_name}, rejoignez ${store}`,
      lines: [`${inviter} (${company}) vous invite à rejoindre l’équipe de ${store} sur ${w.product}.`],
      button: { label: 'Rejoindre l’équipe', href: w.href },
      notes: [`Ce lien est personnel et valable 7 jours, jusqu’au ${w.instant('expires_at')}.`],
      reason: `Vous recevez ce message parce que ${inviter}, de ${company}, vous a invité.`,
    },
    en: {
      subject: `Join ${store}`,
      title: `${w.first_name}, join ${store}`,
      lines: [`${inviter} (${company}) invites you to join the team of ${store} on ${w.product}.`],
      button: { label: 'Join the team', href: w.href },
      notes: [`This link is yours alone and works for 7 days, until ${w.instant('expires_at')}.`],
      reason: `You get this message because ${inviter}, of ${company}, invited you.`,
    },
  };
}
