import type { Message } from '../message.ts';
import type { Wording } from './wording.ts';

/** Tells an owner how long his trial lasts, what stays afterwards, and what his team would cost. */
export const trialEnding = (w: Wording): Message => {
  const days = w.number('days_left');
  const charged = w.number('will_be_charged') === 1;
  return {
    fr: {
      subject: days > 1 ? `Votre essai se termine dans ${days} jours` : 'Votre essai se termine dans les 24 heures',
      title: days > 1 ? `Encore ${days} jours d’essai` : 'Dernier jour d’essai',
      lines: [
        `Bonjour ${w.first_name}, votre essai de ${w.product} se termine le ${w.instant('trial_end')}.`,
        charged
          ? 'Vous n’avez rien à faire : votre abonnement prend la suite. Le premier prélèvement aura lieu à cette date.'
          : 'Ensuite, vos chiffres restent lisibles et exportables ; la saisie reprend dès que vous choisissez un abonnement.',
        cost(w).fr,
      ],
      button: { label: 'Voir mon abonnement', href: w.href },
      notes: [],
      reason: `Vous recevez ce message parce que vous êtes le gérant d’un espace ${w.product}.`,
    },
    en: {
      subject: days > 1 ? `Your trial ends in ${days} days` : 'Your trial ends within 24 hours',
      title: days > 1 ? `${days} days of trial left` : 'Last day of your trial',
      lines: [
        `Hello ${w.first_name}, your trial of ${w.product} ends on ${w.instant('trial_end')}.`,
        charged
          ? 'There is nothing to do: your subscription takes over. The first payment is due on that date.'
          : 'After that your figures stay readable and exportable; entering them goes on as soon as you choose a subscription.',
        cost(w).en,
      ],
      button: { label: 'See my subscription', href: w.href },
      notes: [],
      reason: `You get this message because you own a space of ${w.product}.`,
    },
  }[w.locale];
};

/** Tells an owner that his space may only be read for now, and that nothing is lost. */
export const trialExpired = (w: Wording): Message =>
  ({
    fr: {
      subject: 'Votre essai est terminé',
      title: 'Votre essai est terminé, vos chiffres sont en sécurité',
      lines: [
        `Bonjour ${w.first_name}, votre essai de ${w.product} a pris fin le ${w.instant('trial_end')}.`,
        'Votre espace est en lecture seule : rien n’est perdu, tout reste consultable et exportable.',
        'La saisie reprend pour toute l’équipe dès que vous choisissez un abonnement.',
        cost(w).fr,
      ],
      button: { label: 'Choisir un abonnement', href: w.href },
      notes: [],
      reason: `Vous recevez ce message parce que vous êtes le gérant d’un espace ${w.product}.`,
    },
    en: {
      subject: 'Your trial is over',
      title: 'Your trial is over, your figures are safe',
      lines: [
        `Hello ${w.first_name}, your trial of ${w.product} ended on ${w.instant('trial_end')}.`,
        'Your space may only be read for now. Nothing is lost: everything can be looked at and exported.',
        'The whole team can enter figures again as soon as you choose a subscription.',
        cost(w).en,
      ],
      button: { label: 'Choose a subscription', href: w.href },
      notes: [],
      reason: `You get this message because you own a space of ${w.product}.`,
    },
  })[w.locale];

function cost(w: Wording) {
  const seats = w.number('used_seats');
  const total = w.euros('monthly_total');
  return {
    fr: `Pour votre équipe d’aujourd’hui, ${seats} ${seats > 1 ? 'postes vendeurs' : 'poste vendeur'} : ${total === null ? 'sur devis' : `${total} HT par mois`}.`,
    en: `For your team of today, ${seats} ${seats === 1 ? 'seller seat' : 'seller seats'}: ${total === null ? 'on quote' : `${total} a month, without VAT`}.`,
  };
}
