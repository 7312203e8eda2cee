import type { Cell, ExportColumn, ExportLine } from '@retail-performer/domain/exports';
import type { Locale } from '@retail-performer/domain/kernel';
import { writtenSheet } from '../../core/sheets/sheet.ts';

/** Lines as a sheet; a zip archive is whole or nothing, so that its rows are in memory until it is written. */
export async function* xlsxParts(
  columns: readonly ExportColumn[],
  batches: AsyncIterable<readonly ExportLine[]>,
  { title, locale }: { readonly title: string; readonly locale: Locale },
): AsyncGenerator<Uint8Array> {
  const rows: (readonly Cell[])[] = [];
  for await (const lines of batches) {
    for (const line of lines) rows.push(columns.map(({ value }) => value(line, locale)));
  }
  yield await writtenSheet({
    title,
    columns: columns.map(({ header, kind }) => ({ header: header[locale], kind })),
    rows,
    day_format: locale === 'fr' ? 'dd/mm/yyyy' : 'yyyy-mm-dd',
  });
}
