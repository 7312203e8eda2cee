import { Plural, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Figure } from '../../ui/figure.tsx';
import { noValue } from '../../lib/format.ts';

type Totals = Answer<typeof contract.me.showHome>['week']['totals'];

/** What some days add up to, ratios as the server says them. */
export function PeriodCard({
  title,
  note,
  totals,
}: {
  readonly title: string;
  readonly note: string;
  readonly totals: Totals;
}) {
  const { t } = useLingui();
  const { money, count, ratio, percent } = useFormat();
  const none = totals.count === 0;
  const rows = [
    [t`Ventes`, count(totals.total_ventes)],
    [t`Panier moyen`, totals.total_ventes === 0 ? noValue : money(totals.avg_panier_moyen)],
    [t`Indice de vente`, totals.total_ventes === 0 ? noValue : ratio(totals.avg_indice_vente)],
    [t`Conversion`, percent(totals.taux_transformation)],
  ] as const;
  return (
    <section className="flex flex-col gap-3 rounded-m bg-surface p-4">
      <div>
        <h2 className="title-3 first-letter:uppercase">{title}</h2>
        <p className="text-small text-ink-2">{note}</p>
      </div>
      <div>
        <p className="figure-l">
          <Figure>{none ? noValue : money(totals.total_ca)}</Figure>
        </p>
        <p className="text-small text-ink-2">
          {none ? t`Aucune saisie` : <Plural value={totals.count} one="# journée saisie" other="# journées saisies" />}
        </p>
      </div>
      <dl className="rows">
        {rows.map(([label, value]) => (
          <div key={label} className="flex items-baseline justify-between gap-3 py-1.5">
            <dt className="text-small text-ink-2">{label}</dt>
            <dd className="figure-s">
              <Figure>{none ? noValue : value}</Figure>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
