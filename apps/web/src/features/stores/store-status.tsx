import { Trans } from '@lingui/react/macro';
import { Etiquette } from '../../ui/etiquette.tsx';

/** The price label of a store: open, suspended for a while, closed for good. */
export function StoreStatus({ status }: { readonly status: 'open' | 'suspended' | 'closed' }) {
  switch (status) {
    case 'open':
      return (
        <Etiquette tone="good">
          <Trans>Ouvert</Trans>
        </Etiquette>
      );
    case 'suspended':
      return (
        <Etiquette tone="warn">
          <Trans>Suspendu</Trans>
        </Etiquette>
      );
    case 'closed':
      return (
        <Etiquette>
          <Trans>Fermé</Trans>
        </Etiquette>
      );
  }
}
