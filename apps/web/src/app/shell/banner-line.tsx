import { Plural, Trans } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import type { Me } from '../../lib/me.ts';
import { useMe } from '../../lib/use-session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The one line below the top bar: the space may only be read, or its owner has something to settle. */
export function BannerLine() {
  const { entitlement, role } = useMe();
  if (entitlement === null || role === 'super_admin') return null;
  if (!entitlement.read_only && (role !== 'gerant' || entitlement.warning === null)) return null;
  return (
    <div className="mx-auto max-w-[1280px] px-4 pb-1 sm:px-5 xl:px-7">
      {entitlement.read_only ? <ReadOnlyLine owner={role === 'gerant'} /> : <WarningLine entitlement={entitlement} />}
    </div>
  );
}

const ReadOnlyLine = ({ owner }: { readonly owner: boolean }) =>
  owner ? (
    <Notice tone="warn" icon="lock" action={<BillingLink />}>
      <Trans>Espace en lecture seule. Vos données restent consultables et exportables.</Trans>
    </Notice>
  ) : (
    <Notice tone="warn" icon="lock">
      <Trans>Saisie suspendue : voir avec le gérant.</Trans>
    </Notice>
  );

const WarningLine = ({ entitlement }: { readonly entitlement: NonNullable<Me['entitlement']> }) => (
  <Notice tone={entitlement.warning === 'PAYMENT_FAILED' ? 'bad' : 'warn'} action={<BillingLink />}>
    <WarningText entitlement={entitlement} />
  </Notice>
);

function WarningText({ entitlement }: { readonly entitlement: NonNullable<Me['entitlement']> }) {
  const { warning, days_left, seats, used_seats, reserved_seats } = entitlement;
  const days = days_left ?? 0;
  const taken = used_seats + reserved_seats;
  const total = seats ?? 0;
  switch (warning) {
    case 'PAYMENT_FAILED':
      return <Trans>Paiement refusé, l’accès reste complet.</Trans>;
    case 'TRIAL_ENDING':
      return <Plural value={days} one="Essai : # jour restant." other="Essai : # jours restants." />;
    case 'CANCEL_SCHEDULED':
      return <Trans>L’abonnement s’arrête à la fin de la période payée.</Trans>;
    case 'OVER_QUOTA':
      return (
        <Trans>
          Plus de vendeurs actifs que de postes : {taken} pour {total}.
        </Trans>
      );
    case 'SEATS_NEARLY_FULL':
      if (taken >= total) return <Trans>Tous les postes vendeurs sont pris : {total}.</Trans>;
      return (
        <Trans>
          Postes vendeurs presque tous pris : {taken} sur {total}.
        </Trans>
      );
    default:
      return <Trans>L’abonnement demande votre attention.</Trans>;
  }
}

function BillingLink() {
  const there = useLocation({ select: ({ pathname }) => pathname === '/network/billing' });
  if (there) return null;
  return (
    <ButtonLink to="/network/billing">
      <Trans>Voir l’abonnement</Trans>
    </ButtonLink>
  );
}
