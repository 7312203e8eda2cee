import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../lib/problem.ts';
import { hierarchy } from '../../lib/store.queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { StatePage } from '../../ui/state-page.tsx';

/** The pages of a store, or one page that says that it is unknown or belongs to others. */
export function StoreGate({ storeId, children }: { readonly storeId: string; readonly children: ReactNode }) {
  const { t } = useLingui();
  const { error } = useQuery(hierarchy(storeId));
  if (!(error instanceof ApiProblem) || (error.status !== 404 && error.status !== 403)) return children;
  const home = (
    <ButtonLink to="/app" look="primary">
      <Trans>Retour à l’accueil</Trans>
    </ButtonLink>
  );
  return error.status === 404 ? (
    <StatePage title={t`Magasin introuvable`} action={home}>
      <p>
        <Trans>Ce magasin n’existe pas dans votre enseigne.</Trans>
      </p>
    </StatePage>
  ) : (
    <StatePage title={t`Accès refusé`} action={home}>
      <p>
        <Trans>Ce magasin est suivi par un autre manager. Le gérant de l’enseigne décide des accès.</Trans>
      </p>
    </StatePage>
  );
}
