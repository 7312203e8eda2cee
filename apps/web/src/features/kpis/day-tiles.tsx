import { useLingui } from '@lingui/react/macro';
import { noValue } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Tile } from '../../ui/tile.tsx';
import { given, type Entry } from './figures.ts';

/** The three ratios of a day, as the server says them. */
export function DayTiles({ entry }: { readonly entry: Entry }) {
  const { t } = useLingui();
  const { money, ratio, percent } = useFormat();
  const sold = (given(entry, 'nb_ventes') ?? 0) > 0;
  return (
    <dl className="grid grid-cols-3 gap-2">
      <Tile size="s" label={t`Panier moyen`} value={sold ? money(entry.panier_moyen) : noValue} />
      <Tile size="s" label={t`Indice de vente`} value={sold ? ratio(entry.indice_vente) : noValue} />
      <Tile
        size="s"
        label={entry.taux_transformation === null ? t`Conversion non suivie` : t`Conversion`}
        value={percent(entry.taux_transformation)}
      />
    </dl>
  );
}
