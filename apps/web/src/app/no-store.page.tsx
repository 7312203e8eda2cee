import { Trans, useLingui } from '@lingui/react/macro';
import { StatePage } from '../ui/state-page.tsx';

/** A manager whom nobody has given a store yet. */
export function Page() {
  const { t } = useLingui();
  return (
    <StatePage title={t`Aucun magasin pour l’instant`}>
      <p>
        <Trans>Le gérant de l’enseigne vous rattache à un magasin ; sa journée s’ouvre alors ici.</Trans>
      </p>
    </StatePage>
  );
}
