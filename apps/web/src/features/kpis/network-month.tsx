import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Figure } from '../../ui/figure.tsx';
import { Tile } from '../../ui/tile.tsx';

type Stats = Answer<typeof contract.kpis.showDashboard>;

/** The month of the chain so far, and who makes it. */
export function NetworkMonth({ stats }: { readonly stats: Stats }) {
  const { t } = useLingui();
  const { month, moneyRound, count, dayMonth } = useFormat();
  const title = month(`${stats.month}-01`);
  // Nobody sold nothing for free: zeros everywhere mean that nothing has been entered.
  const none = stats.month_ca === 0 && stats.month_ventes === 0 && stats.month_articles === 0;
  return (
    <section className="grid gap-3 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,2fr)]">
      <div className="flex flex-col justify-between gap-4 rounded-m bg-surface p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="title-3 first-letter:uppercase">{title}</h2>
          <p className="text-small text-ink-2">
            <Trans>au {dayMonth(stats.as_of)}</Trans>
          </p>
        </div>
        <div>
          <p className="figure-xl">
            <Figure>{none ? noValue : moneyRound(stats.month_ca)}</Figure>
          </p>
          <p className="text-ink-2">
            <Plural
              value={stats.total_stores}
              _0="aucun magasin ouvert"
              one="dans # magasin ouvert"
              other="dans # magasins ouverts"
            />
          </p>
        </div>
      </div>
      <dl className="grid grid-cols-2 gap-3">
        <Tile label={t`Ventes du mois`} value={none ? noValue : count(stats.month_ventes)} />
        <Tile label={t`Articles du mois`} value={none ? noValue : count(stats.month_articles)} />
        <Tile
          label={t`Managers actifs`}
          value={count(stats.total_managers)}
          note={<Others pending={stats.pending_managers} suspended={stats.suspended_managers} />}
        />
        <Tile
          label={t`Vendeurs actifs`}
          value={count(stats.total_sellers)}
          note={<Others pending={stats.pending_sellers} suspended={stats.suspended_sellers} />}
        />
      </dl>
    </section>
  );
}

function Others({ pending, suspended }: { readonly pending: number; readonly suspended: number }) {
  if (pending + suspended === 0) return null;
  return (
    <>
      {pending > 0 && <Plural value={pending} one="# invité" other="# invités" />}
      {pending > 0 && suspended > 0 && ' · '}
      {suspended > 0 && <Plural value={suspended} one="# suspendu" other="# suspendus" />}
    </>
  );
}
