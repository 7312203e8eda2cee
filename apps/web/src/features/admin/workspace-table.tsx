import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import type { Answer } from '../../lib/endpoint.ts';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Etiquette, type Tone } from '../../ui/etiquette.tsx';
import { Figure } from '../../ui/figure.tsx';

type Workspace = Answer<typeof contract.admin.listWorkspaces>[number];

/** The customers in a table; on a phone each line becomes a card. */
export function WorkspaceTable({ items }: { readonly items: readonly Workspace[] }) {
  const { t } = useLingui();
  const { count, dateYear } = useFormat();
  const columns = [t`Enseigne`, t`Gérant`, t`État`, t`Magasins`, t`Managers`, t`Vendeurs (actifs)`, t`Postes`, t`Créé`];
  return (
    <div className="data-table">
      <table>
        <caption className="sr-only">
          <Trans>Espaces, du plus récent au plus ancien</Trans>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.name}</th>
              <td data-label={columns[1]}>
                {item.gerant === null ? (
                  <Figure>{noValue}</Figure>
                ) : (
                  <span>
                    {item.gerant.name}
                    <span className="text-small block break-all text-ink-2">{item.gerant.email}</span>
                  </span>
                )}
              </td>
              <td data-label={columns[2]}>
                <State item={item} />
              </td>
              <td data-label={columns[3]} data-number>
                {count(item.stores_count)}
              </td>
              <td data-label={columns[4]} data-number>
                {count(item.managers_count)}
              </td>
              <td data-label={columns[5]} data-number>
                {count(item.sellers_count)} ({count(item.active_sellers_count)})
              </td>
              <td data-label={columns[6]} data-number>
                <Figure>{item.entitlement.seats === null ? noValue : count(item.entitlement.seats)}</Figure>
              </td>
              <td data-label={columns[7]}>{dateYear(item.created_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ item: { entitlement, status } }: { readonly item: Workspace }) {
  const { t } = useLingui();
  const days = entitlement.days_left ?? 0;
  const states: Readonly<Record<Workspace['entitlement']['state'], readonly [string, Tone]>> = {
    off: [t`Sans facturation`, 'neutral'],
    demo: [t`Démonstration`, 'info'],
    trialing: [t`Essai ${days} j`, 'info'],
    trial_expired: [t`Essai terminé`, 'warn'],
    active: [t`Actif`, 'good'],
    past_due: [t`Paiement refusé`, 'bad'],
    canceled: [t`Résilié`, 'neutral'],
    inactive: [t`Inactif`, 'neutral'],
    suspended: [t`Suspendu`, 'bad'],
    deleted: [t`Supprimé`, 'neutral'],
  };
  const [word, tone] = states[status === 'active' ? entitlement.state : status];
  return <Etiquette tone={tone}>{word}</Etiquette>;
}
