import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { session } from '../../lib/client.ts';
import type { Me } from '../../lib/me.ts';
import { useMe } from '../../lib/use-session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** Who one is here, and how the application looks and speaks. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <PageHeader title={t`Mon profil`} place={me.workspace?.name} />
      <Identity me={me} />
      <section className="flex flex-col gap-5 rounded-m bg-surface p-5">
        <h2 className="title-3">
          <Trans>Affichage</Trans>
        </h2>
        <LanguageChoice />
        <ThemeChoice />
      </section>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/help" icon="help">
          <Trans>Aide</Trans>
        </ButtonLink>
        <ButtonLink to="/status" icon="pulse">
          <Trans>État du service</Trans>
        </ButtonLink>
        <SignOut />
      </div>
    </div>
  );
}

function Identity({ me }: { readonly me: Me }) {
  const { t } = useLingui();
  const roles: Readonly<Record<Me['role'], string>> = {
    super_admin: t`Administration`,
    gerant: t`Gérant`,
    manager: t`Manager`,
    seller: t`Vendeur`,
  };
  const facts = [
    [t`Nom`, me.name],
    [t`Adresse e-mail`, me.email],
    [t`Téléphone`, me.phone],
    [t`Rôle`, roles[me.role]],
    [t`Enseigne`, me.workspace?.name],
    [t`Magasin`, me.store_name],
    [t`Coach`, me.manager_name],
  ].filter(([, value]) => Boolean(value));
  return (
    <dl className="rows rounded-m bg-surface px-5 py-2">
      {facts.map(([label, value]) => (
        <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2.5">
          <dt className="text-ink-2">{label}</dt>
          <dd className="text-label min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SignOut() {
  const router = useRouter();
  const [problem, setProblem] = useState<unknown>(null);
  const leave = async () => {
    setProblem(null);
    try {
      await session.signOut();
    } catch (failure) {
      setProblem(failure);
      return;
    }
    await router.navigate({ to: '/login', search: {} });
  };
  return (
    <>
      <Button icon="exit" onClick={() => void leave()}>
        <Trans>Se déconnecter</Trans>
      </Button>
      {problem !== null && (
        <div className="basis-full">
          <ErrorBlock problem={problem} onRetry={() => void leave()} />
        </div>
      )}
    </>
  );
}
