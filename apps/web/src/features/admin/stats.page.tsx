import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/use-format.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { Tile } from '../../ui/tile.tsx';
import { stats } from './admin.queries.ts';

/** The platform in seven numbers. */
export function Page() {
  const { t } = useLingui();
  const { count } = useFormat();
  const figures = useQuery(stats());
  return (
    <div className="flex flex-col gap-5">
      <PageHeader
        title={t`Chiffres`}
        place={t`Administration`}
        below={
          <p className="text-ink-2">
            <Trans>Personnes non supprimées, magasins non fermés, hors démonstrations.</Trans>
          </p>
        }
        actions={
          <ButtonLink to="/admin/workspaces" search={{}} icon="stores">
            <Trans>Voir les espaces</Trans>
          </ButtonLink>
        }
      />
      {figures.isPending && (
        <Loading>
          <Skeleton className="h-48" />
        </Loading>
      )}
      {figures.isError && <ErrorBlock problem={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.isSuccess && (
        <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
          <Tile size="l" label={t`Espaces`} value={count(figures.data.total_workspaces)} />
          <Tile size="l" label={t`Magasins`} value={count(figures.data.total_stores)} />
          <Tile size="l" label={t`Comptes`} value={count(figures.data.total_users)} />
          <Tile size="l" label={t`Saisies`} value={count(figures.data.total_kpi_entries)} />
          <Tile label={t`Gérants`} value={count(figures.data.total_gerants)} />
          <Tile label={t`Managers`} value={count(figures.data.total_managers)} />
          <Tile label={t`Vendeurs`} value={count(figures.data.total_sellers)} />
        </dl>
      )}
    </div>
  );
}
