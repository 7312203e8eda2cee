import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useMe } from '../../lib/use-session.ts';
import { Etiquette } from '../../ui/etiquette.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { subscription } from './billing.queries.ts';
import { SeatMeter } from './seat-meter.tsx';
import { StatusLabel, type Subscription } from './status-label.tsx';

/** Where the space stands: its state, its seats, what it costs. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const report = useQuery(subscription());
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <PageHeader title={t`Abonnement`} place={me.workspace?.name} />
      {report.isPending && (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      )}
      {report.isError && <ErrorBlock problem={report.error} onRetry={() => void report.refetch()} />}
      {report.isSuccess && <StatusCard report={report.data} />}
    </div>
  );
}

function StatusCard({ report }: { readonly report: Subscription }) {
  const { t } = useLingui();
  if (report.billing === 'off') {
    return (
      <section className="flex flex-col items-start gap-3 rounded-m bg-surface p-5">
        <StatusLabel status={report.status} days_left={report.days_left} />
        <p>
          <Trans>Facturation désactivée sur cette installation. Le nombre de postes n’est pas limité.</Trans>
        </p>
        <p className="text-ink-2">
          <Trans>Vendeurs actifs : {report.active_sellers_count}</Trans>
        </p>
      </section>
    );
  }
  return (
    <section className="flex flex-col gap-5 rounded-m bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="title-2">{planName(report.plan)}</h2>
        <div className="flex flex-wrap gap-2">
          <StatusLabel status={report.status} days_left={report.days_left} />
          {report.read_only && <Etiquette tone="bad">{t`Lecture seule`}</Etiquette>}
        </div>
      </div>
      <p>{report.message}</p>
      {report.seats !== null && (
        <SeatMeter
          seats={report.seats}
          used={report.used_seats}
          reserved={report.reserved_seats}
          remaining={report.remaining_seats ?? 0}
        />
      )}
      <Facts report={report} />
    </section>
  );
}

const planName = (plan: Subscription['plan']): string =>
  ({ starter: 'Starter', professional: 'Professional', enterprise: 'Enterprise' })[plan];

function Facts({ report }: { readonly report: Subscription }) {
  const { t } = useLingui();
  const { dateLong, money } = useFormat();
  const bought = report.subscription;
  const facts = [
    report.trial_end !== null && [t`Fin de l’essai`, dateLong(report.trial_end)],
    bought !== null && bought.price_per_seat !== null && [t`Prix par poste, HT`, money(bought.price_per_seat)],
    bought !== null && bought.total !== null && [t`Total de la période, HT`, money(bought.total)],
    bought !== null &&
      bought.total !== null && [t`Périodicité`, bought.billing_interval === 'month' ? t`au mois` : t`à l’année`],
    bought !== null &&
      bought.current_period_end !== null && [
        bought.cancel_at_period_end ? t`Fin de l’abonnement` : t`Prochaine échéance`,
        dateLong(bought.current_period_end),
      ],
    bought !== null &&
      bought.pending_seats !== null && [t`Postes à la prochaine échéance`, String(bought.pending_seats)],
  ].filter((fact) => fact !== false);
  if (facts.length === 0) return null;
  return (
    <dl className="rows">
      {facts.map(([label = '', value = noValue]) => (
        <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <dt className="text-ink-2">{label}</dt>
          <dd className="text-label">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
