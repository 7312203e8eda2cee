import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { Role } from '../lib/me.ts';
import { ApiProblem } from '../lib/problem.ts';
import { BarePage } from '../ui/bare-page.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { ErrorBlock } from '../ui/error-block.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StatePage } from '../ui/state-page.tsx';

/** A page of another role, in place: the address stays, and says who may see it. */
export function ForbiddenPage({ roles = [] }: { readonly roles?: readonly Role[] }) {
  const { t } = useLingui();
  const names: Readonly<Record<Role, string>> = {
    super_admin: t`l’administration de la plateforme`,
    gerant: t`le gérant`,
    manager: t`un manager`,
    seller: t`un vendeur`,
  };
  const who = roles.map((role) => names[role]).join(t` ou `);
  return (
    <StatePage title={t`Accès refusé`} action={<Home />}>
      <p>
        {who === '' ? <Trans>Cette page appartient à un autre rôle.</Trans> : <Trans>Cette page est pour {who}.</Trans>}
      </p>
      <p>
        <Trans>Le gérant de l’enseigne décide des accès.</Trans>
      </p>
    </StatePage>
  );
}

/** Nothing is known at this address. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <StatePage title={t`Page introuvable`} action={<Home />}>
      <p>
        <Trans>L’adresse est inconnue, ou ce qu’elle montrait n’existe plus.</Trans>
      </p>
    </StatePage>
  );
}

/** The same at an address that no part of the application knows. */
export const UnknownAddress = () => (
  <BarePage>
    <NotFoundPage />
  </BarePage>
);

/** A failure before the frame of the application could be shown. */
export const FailedStart = (props: ErrorComponentProps) => (
  <BarePage>
    <FailedPage {...props} />
  </BarePage>
);

/** What a failed page shows: that it is not there, or what broke with a way to try again. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="flex max-w-xl flex-col gap-4 py-6">
      <PageHeader title={t`La page n’a pas pu s’ouvrir`} />
      <ErrorBlock problem={error} onRetry={retry} />
    </div>
  );
}

const Home = () => (
  <ButtonLink to="/app" look="primary">
    <Trans>Retour à l’accueil</Trans>
  </ButtonLink>
);
