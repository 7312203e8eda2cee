import { Plural, Trans } from '@lingui/react/macro';
import { useFormat } from '../../lib/use-format.ts';
import type { Doubt } from './entry-checks.ts';
import { valueOf } from './figure-input.ts';
import type { RawFigures } from './figures.ts';

/** A doubt in words: a question, never a blame. */
export function DoubtText({ doubt, raw }: { readonly doubt: Doubt; readonly raw: RawFigures }) {
  const { money } = useFormat();
  const sales = valueOf(raw.nb_ventes) ?? 0;
  const turnover = money(valueOf(raw.ca_journalier) ?? 0);
  switch (doubt.code) {
    case 'CA_BLANK':
      return <Trans>CA non saisi</Trans>;
    case 'SALES_BLANK':
      return <Trans>Ventes non saisies</Trans>;
    case 'SALES_WITHOUT_CA':
      return (
        <Plural value={sales} one="# vente et 0 € : c’est bien cela ?" other="# ventes et 0 € : c’est bien cela ?" />
      );
    case 'CA_WITHOUT_SALES':
      return <Trans>{turnover} sans aucune vente : c’est bien cela ?</Trans>;
    case 'FEWER_ITEMS_THAN_SALES':
      return <Trans>Moins d’articles que de ventes</Trans>;
    case 'MORE_SALES_THAN_VISITORS':
      return <Trans>Plus de ventes que d’entrées</Trans>;
    case 'UNUSUAL':
      return <Trans>Inhabituel pour ce jour de la semaine</Trans>;
  }
}
