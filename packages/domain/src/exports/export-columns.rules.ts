import type { Locale, Text } from '../kernel/index.ts';
import type { ExportGroup, ExportLine, ExportView } from './export.model.ts';

/** How a value is written: money is cents, a rate and a percentage are as people read them. */
export type CellKind = 'text' | 'day' | 'count' | 'money' | 'rate' | 'percent';

/** One value of a table; null is an empty cell. */
export type Cell = string | number | null;

/** One column of an export. */
export interface ExportColumn {
  readonly header: Text;
  readonly kind: CellKind;
  readonly value: (line: ExportLine, locale: Locale) => Cell;
}

const column = (kind: CellKind, fr: string, en: string, value: ExportColumn['value']): ExportColumn => ({
  header: { fr, en },
  kind,
  value,
});

const day = column('day', 'Date', 'Date', ({ start }) => start);
const week = column('text', 'Semaine', 'Week', ({ key }) => key);
const month = column('text', 'Mois', 'Month', ({ key }) => key);
const start = column('day', 'Début', 'Start', (line) => line.start);
const end = column('day', 'Fin', 'End', (line) => line.end);
const store = column('text', 'Magasin', 'Store', (line) => line.store);
const seller = column('text', 'Vendeur', 'Seller', (line) => line.seller);
const entered = column('count', 'Saisies', 'Entries', ({ figures: { count } }) => count);
const comment = column('text', 'Commentaire', 'Comment', ({ entry }) => entry?.comment ?? null);

const words = { manual: { fr: 'saisie', en: 'typed' }, api: { fr: 'caisse', en: 'till' } } as const;
const source = column('text', 'Source', 'Source', ({ entry }, locale) => entry && words[entry.source][locale]);

const figures: readonly ExportColumn[] = [
  column('money', 'Chiffre d’affaires', 'Turnover', ({ ca }) => ca),
  column('count', 'Ventes', 'Sales', ({ ventes }) => ventes),
  column('count', 'Articles', 'Items', ({ articles }) => articles),
  column('count', 'Entrées', 'Footfall', ({ prospects }) => prospects),
  column('money', 'Panier moyen', 'Average basket', (line) => line.figures.avg_panier_moyen),
  column('rate', 'Indice de vente', 'Items per sale', (line) => line.figures.avg_indice_vente),
  column('percent', 'Taux de transformation', 'Conversion', (line) => line.figures.taux_transformation),
];

const leading: Readonly<Record<ExportGroup, readonly ExportColumn[]>> = {
  day: [day],
  week: [week, start, end],
  month: [month, start, end],
  seller: [seller],
  entry: [day, seller],
};

/** The columns of an export, in their order: when and who, where unless that is one store, the figures, the rest. */
export function exportColumns(view: ExportView, group: ExportGroup): readonly ExportColumn[] {
  const first = leading[group].filter((each) => view !== 'own' || each !== seller);
  const where = view === 'store' ? [] : [store];
  return [...first, ...where, ...figures, ...(group === 'entry' ? [source, comment] : [entered])];
}
