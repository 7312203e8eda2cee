import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { BillingLine } from '../features/billing/billing-line.tsx';
import { dashboard } from '../features/kpis/kpi.queries.ts';
import { NetworkDay } from '../features/kpis/network-day.tsx';
import { NetworkMonth } from '../features/kpis/network-month.tsx';
import { useMe } from '../lib/use-session.ts';
import { ErrorBlock } from '../ui/error-block.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Loading, Skeleton } from '../ui/skeleton.tsx';
import { Notice } from '../ui/notice.tsx';
import { ButtonLink } from '../ui/button.tsx';

/** The owner's home: the month of the chain, then one day of every store. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { day } = useSearch({ from: '/signed-in/gerant/network' });
  const stats = useQuery(dashboard());
  if (stats.isSuccess && stats.data.total_stores === 0 && stats.data.total_managers + stats.data.total_sellers === 0) {
    return <Navigate to="/welcome" replace />;
  }
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t`Réseau`} place={me.workspace?.name} />
      {stats.isPending && (
        <Loading>
          <div className="flex flex-col gap-6">
            <Skeleton className="h-40" />
            <Skeleton className="h-80" />
          </div>
        </Loading>
      )}
      {stats.isError && <ErrorBlock problem={stats.error} onRetry={() => void stats.refetch()} />}
      {stats.isSuccess && (
        <>
          <NetworkMonth stats={stats.data} />
          {stats.data.total_stores > 0 && stats.data.total_sellers + stats.data.pending_sellers === 0 && (
            <Notice
              tone="info"
              icon="invite"
              action={
                <ButtonLink to="/network/people/invite" search={{}}>
                  <Trans>Inviter</Trans>
                </ButtonLink>
              }
            >
              <Trans>Aucun vendeur pour l’instant : les premiers chiffres viennent d’eux, ou de la caisse.</Trans>
            </Notice>
          )}
          <NetworkDay today={stats.data.as_of} day={day ?? stats.data.as_of} />
        </>
      )}
      <BillingLine />
    </div>
  );
}
