import { Trans, useLingui } from '@lingui/react/macro';
import { addDays } from '@retail-performer/domain/days';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/use-format.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { networkDay } from './kpi.queries.ts';
import { StoresTable } from './stores-table.tsx';

/** One day of every store, and the days around it. */
export function NetworkDay({ today, day }: { readonly today: string; readonly day: string }) {
  const { t } = useLingui();
  const { dayShort } = useFormat();
  const lines = useQuery({ ...networkDay(day), placeholderData: keepPreviousData });
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 className="title-2">
          <Trans>La journée par magasin</Trans>
        </h2>
        <Stepper
          label={day === today ? t`Aujourd’hui, ${dayShort(day)}` : dayShort(day)}
          previous={{ to: '/network', search: { day: addDays(day, -1) }, label: t`Jour précédent` }}
          next={day < today ? { to: '/network', search: { day: addDays(day, 1) }, label: t`Jour suivant` } : null}
        />
      </div>
      {lines.isPending && (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      )}
      {lines.isError && <ErrorBlock problem={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.isSuccess && lines.data.length === 0 && <Empty title={t`Aucun magasin ouvert ce jour-là.`} />}
      {lines.isSuccess && lines.data.length > 0 && (
        <div aria-busy={lines.isPlaceholderData || undefined} className={lines.isPlaceholderData ? 'opacity-60' : ''}>
          <StoresTable lines={lines.data} day={day} />
        </div>
      )}
    </section>
  );
}
