import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { addDays } from '@retail-performer/domain/days';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Answer } from '../../lib/endpoint.ts';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { LeaderRow, Ticket } from '../../ui/ticket.tsx';
import { storeDay } from './kpi.queries.ts';

interface DayStepperProps {
  readonly storeId: string;
  readonly day: string;
  readonly today: string;
}

/** The day of a store that is shown, and the days around it. */
export function DayStepper({ storeId, day, today }: DayStepperProps) {
  const { t } = useLingui();
  const { dayShort } = useFormat();
  const at = (date: string) => ({ to: '/store/$storeId/day/$date' as const, params: { storeId, date } });
  return (
    <Stepper
      label={day === today ? t`Aujourd’hui, ${dayShort(day)}` : dayShort(day)}
      previous={{ ...at(addDays(day, -1)), label: t`Jour précédent` }}
      next={day < today ? { ...at(addDays(day, 1)), label: t`Jour suivant` } : null}
    />
  );
}

/** What a store did on one day, on its receipt. */
export function StoreDay({ storeId, day }: { readonly storeId: string; readonly day: string }) {
  const summary = useQuery({ ...storeDay(storeId, day), placeholderData: keepPreviousData });
  return (
    <section className="flex flex-col gap-3">
      {summary.isPending && (
        <Loading>
          <Skeleton className="h-92" />
        </Loading>
      )}
      {summary.isError && <ErrorBlock problem={summary.error} onRetry={() => void summary.refetch()} />}
      {summary.isSuccess && (
        <div className={summary.isPlaceholderData ? 'opacity-60' : ''}>
          <DayTotals day={day} summary={summary.data} />
        </div>
      )}
    </section>
  );
}

type Summary = Answer<typeof contract.kpis.summarizeStoreDay>;

function DayTotals({ day, summary }: { readonly day: string; readonly summary: Summary }) {
  const { t } = useLingui();
  const { dayWords, money, count, ratio, percent } = useFormat();
  const none = summary.seller_count === 0;
  const sold = summary.total_ventes > 0;
  const rows = [
    [t`Ventes`, none ? noValue : count(summary.total_ventes)],
    [t`Articles`, none ? noValue : count(summary.total_articles)],
    [t`Entrées`, summary.total_prospects === 0 ? noValue : count(summary.total_prospects)],
    [t`Panier moyen`, sold ? money(summary.panier_moyen) : noValue],
    [t`Indice de vente`, sold ? ratio(summary.indice_vente) : noValue],
    [t`Conversion`, percent(summary.taux_transformation)],
  ] as const;
  return (
    <Ticket>
      <h2 className="title-3 first-letter:uppercase">{dayWords(day)}</h2>
      {none ? (
        <p className="mt-3 text-ink-2">
          <Trans>Aucun vendeur n’a encore saisi cette journée.</Trans>
        </p>
      ) : (
        <>
          <p className="mt-3 figure-xl">{money(summary.total_ca)}</p>
          <p className="text-ink-2">
            <Plural value={summary.seller_count} one="# vendeur a saisi" other="# vendeurs ont saisi" />
          </p>
        </>
      )}
      <dl className="mt-3">
        {rows.map(([label, value]) => (
          <LeaderRow key={label} label={label} value={<Figure>{value}</Figure>} />
        ))}
      </dl>
    </Ticket>
  );
}
