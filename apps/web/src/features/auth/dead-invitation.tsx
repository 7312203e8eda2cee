import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button.tsx';
import { StatePage } from '../../ui/state-page.tsx';

const dead = ['INVITATION_INVALID', 'INVITATION_USED', 'INVITATION_EXPIRED', 'INVITATION_CANCELLED'] as const;
type DeadCode = (typeof dead)[number];

/** Tells the refusals after which the link can do nothing more. */
export const isDead = (code: string): code is DeadCode => dead.some((one) => one === code);

/** An invitation that leads nowhere any more: why, and the one thing to do. */
export function DeadInvitation({ code }: { readonly code: DeadCode }) {
  const { t } = useLingui();
  switch (code) {
    case 'INVITATION_USED':
      return (
        <StatePage title={t`Invitation déjà acceptée`} action={<SignIn />}>
          <p>
            <Trans>Ce lien a servi : votre compte existe. Connectez-vous avec votre mot de passe.</Trans>
          </p>
        </StatePage>
      );
    case 'INVITATION_EXPIRED':
      return (
        <StatePage title={t`Invitation expirée`}>
          <p>
            <Trans>Demandez un nouveau lien à votre responsable : il l’envoie en une pression.</Trans>
          </p>
        </StatePage>
      );
    case 'INVITATION_CANCELLED':
      return (
        <StatePage title={t`Invitation annulée`}>
          <p>
            <Trans>Votre responsable a retiré cette invitation. Lui seul peut en envoyer une autre.</Trans>
          </p>
        </StatePage>
      );
    case 'INVITATION_INVALID':
      return (
        <StatePage title={t`Lien d’invitation inconnu`}>
          <p>
            <Trans>Le lien est incomplet, ou un lien plus récent l’a remplacé.</Trans>
          </p>
          <p>
            <Trans>Ouvrez le dernier e-mail reçu, ou demandez un nouveau lien à votre responsable.</Trans>
          </p>
        </StatePage>
      );
  }
}

const SignIn = () => (
  <ButtonLink to="/login" look="primary">
    <Trans>Se connecter</Trans>
  </ButtonLink>
);
