import type { Locale, Text } from '../kernel/index.ts';
import { billingErrors } from './billing.errors.ts';
import type { Entitlement } from './entitlement.model.ts';

const texts = {
  off: {
    fr: 'La facturation est désactivée sur cette installation : le nombre de vendeurs est illimité.',
    en: 'Billing is switched off on this installation: the number of sellers is unlimited.',
  },
  demo: { fr: 'Démonstration : rien n’est facturé.', en: 'Demonstration: nothing is charged.' },
  trial: { fr: 'Période d’essai : encore {days} jours.', en: 'Trial: {days} days left.' },
  trialLastDay: { fr: 'Dernier jour de la période d’essai.', en: 'Last day of the trial.' },
  active: { fr: 'L’abonnement est actif.', en: 'The subscription is active.' },
  cancelled: {
    fr: 'L’abonnement est résilié : l’espace reste ouvert jusqu’au {date}.',
    en: 'The subscription is cancelled: the space stays open until {date}.',
  },
  pastDue: {
    fr: 'Le dernier paiement a échoué. Mettez à jour le moyen de paiement.',
    en: 'The last payment failed. Update the means of payment.',
  },
  pastDueTooLong: {
    fr: 'Le paiement échoue depuis trop longtemps : l’espace est en lecture seule.',
    en: 'Payment has been failing for too long: this space can only be read.',
  },
  ended: {
    fr: 'L’abonnement est terminé : l’espace est en lecture seule.',
    en: 'The subscription has ended: this space can only be read.',
  },
  suspended: {
    fr: 'L’espace est suspendu et en lecture seule. Contactez-nous.',
    en: 'This space is suspended and can only be read. Contact us.',
  },
} as const satisfies Readonly<Record<string, Text>>;

type Told = Pick<Entitlement, 'state' | 'read_only' | 'days_left'> & { readonly cancel_at: string | null };

/** The one sentence that tells an owner where his space stands. */
export function reportMessage(told: Told, locale: Locale, timeZone: string): string {
  const date = () =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(Date.parse(told.cancel_at ?? ''));
  const sentence = textOf(told)[locale];
  return sentence.replace('{days}', () => String(told.days_left)).replace('{date}', date);
}

function textOf({ state, read_only, days_left, cancel_at }: Told): Text {
  switch (state) {
    case 'off':
    case 'demo':
    case 'suspended':
      return texts[state];
    case 'trialing':
      if (cancel_at !== null) return texts.cancelled;
      return days_left === 1 ? texts.trialLastDay : texts.trial;
    case 'active':
      return cancel_at === null ? texts.active : texts.cancelled;
    case 'past_due':
      return read_only ? texts.pastDueTooLong : texts.pastDue;
    case 'trial_expired':
      return billingErrors.TRIAL_EXPIRED;
    case 'canceled':
      return texts.ended;
    case 'inactive':
    case 'deleted':
      return billingErrors.SUBSCRIPTION_INACTIVE;
  }
}
