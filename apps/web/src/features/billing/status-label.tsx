import { Plural, Trans } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';
import { Etiquette } from '../../ui/etiquette.tsx';

/** Where the owner's space stands, as the server tells it. */
export type Subscription = Answer<typeof contract.billing.showSubscription>;

/** The price label of a space: trial and its days, active, to be settled, read-only. */
export function StatusLabel({ status, days_left }: Pick<Subscription, 'status' | 'days_left'>) {
  switch (status) {
    case 'trialing':
      return (
        <Etiquette tone="info">
          <Plural value={days_left ?? 0} one="Essai, # jour" other="Essai, # jours" />
        </Etiquette>
      );
    case 'active':
      return (
        <Etiquette tone="good">
          <Trans>Actif</Trans>
        </Etiquette>
      );
    case 'past_due':
      return (
        <Etiquette tone="bad">
          <Trans>Paiement refusé</Trans>
        </Etiquette>
      );
    case 'billing_off':
      return (
        <Etiquette>
          <Trans>Sans facturation</Trans>
        </Etiquette>
      );
    case 'demo':
      return (
        <Etiquette tone="info">
          <Trans>Démonstration</Trans>
        </Etiquette>
      );
    case 'trial_expired':
      return (
        <Etiquette tone="bad">
          <Trans>Essai terminé</Trans>
        </Etiquette>
      );
    case 'canceled':
      return (
        <Etiquette tone="bad">
          <Trans>Résilié</Trans>
        </Etiquette>
      );
    case 'inactive':
      return (
        <Etiquette tone="bad">
          <Trans>Inactif</Trans>
        </Etiquette>
      );
    case 'suspended':
      return (
        <Etiquette tone="bad">
          <Trans>Suspendu</Trans>
        </Etiquette>
      );
  }
}
