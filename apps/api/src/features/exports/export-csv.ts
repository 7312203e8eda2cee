import type { Cell, CellKind, ExportColumn, ExportLine } from '@retail-performer/domain/exports';
import type { Locale } from '@retail-performer/domain/kernel';
import { stringify } from 'csv-stringify/sync';

const units: Readonly<Partial<Record<CellKind, string>>> = { money: ' (€)', percent: ' (%)' };

/**
 * Lines as CSV in UTF-8 with a mark of the byte order, as spreadsheets of the reader's language open it: semicolons
 * and decimal commas in French. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export async function* csvParts(
  columns: readonly ExportColumn[],
  batches: AsyncIterable<readonly ExportLine[]>,
  locale: Locale,
): AsyncGenerator<string> {
  const records = (rows: readonly (readonly (string | null)[])[]) =>
    stringify(
      rows.map((row) => [...row]),
      { delimiter: locale === 'fr' ? ';' : ',', record_delimiter: 'windows', escape_formulas: true },
    );
  yield `\uFEFF${records([columns.map(({ header, kind }) => `${header[locale]}${units[kind] ?? ''}`)])}`;
  for await (const lines of batches) {
    yield records(lines.map((line) => columns.map(({ kind, value }) => written(value(line, locale), kind, locale))));
  }
}

function written(value: Cell, kind: CellKind, locale: Locale): string | null {
  if (typeof value !== 'number') return value;
  if (kind === 'count') return String(value);
  const decimal = (kind === 'money' ? value / 100 : value).toFixed(2);
  return locale === 'fr' ? decimal.replace('.', ',') : decimal;
}
