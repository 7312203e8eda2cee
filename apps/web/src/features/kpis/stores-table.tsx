import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../lib/endpoint.ts';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { BanneSwatch } from '../../ui/banne.tsx';
import { Figure } from '../../ui/figure.tsx';

type Line = Answer<typeof contract.kpis.listStoreDays>[number];

interface StoresTableProps {
  readonly lines: readonly Line[];
  readonly day: string;
}

/** The stores of a chain on one day; a store without entry shows dashes, never zeros. */
export function StoresTable({ lines, day }: StoresTableProps) {
  const { t } = useLingui();
  const { dayLong } = useFormat();
  const columns = [t`Magasin`, t`CA`, t`Ventes`, t`Articles`, t`PM`, t`IV`, t`Conv.`, t`Saisies`];
  return (
    <div className="data-table data-table-pairs">
      <table>
        <caption className="sr-only">
          <Trans>Chiffres du {dayLong(day)} par magasin</Trans>
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" data-number={index > 0 || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <StoreRow key={line.store.id} line={line} day={day} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StoreRow({
  line: { store, kpis },
  day,
  columns,
}: {
  readonly line: Line;
  readonly day: string;
  readonly columns: readonly string[];
}) {
  const { money, count, ratio, percent } = useFormat();
  const none = kpis.seller_count === 0;
  const sold = kpis.total_ventes > 0;
  const values = [
    none ? noValue : money(kpis.total_ca),
    none ? noValue : count(kpis.total_ventes),
    none ? noValue : count(kpis.total_articles),
    sold ? money(kpis.panier_moyen) : noValue,
    sold ? ratio(kpis.indice_vente) : noValue,
    percent(kpis.taux_transformation),
    count(kpis.seller_count),
  ];
  return (
    <tr>
      <th scope="row">
        <Link
          to="/store/$storeId/day/$date"
          params={{ storeId: store.id, date: day }}
          preload="intent"
          className="flex min-h-11 items-center gap-3 hover:underline"
        >
          <BanneSwatch store={store} />
          {store.name}
        </Link>
      </th>
      {values.map((value, index) => (
        <td key={columns[index + 1]} data-label={columns[index + 1]} data-number>
          <span>
            <Figure>{value}</Figure>
          </span>
        </td>
      ))}
    </tr>
  );
}
