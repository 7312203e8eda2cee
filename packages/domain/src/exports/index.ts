export { exportApi, ExportQuery, OwnExportQuery } from './export.api.ts';
export { type Cell, type CellKind, type ExportColumn, exportColumns } from './export-columns.rules.ts';
export { bucketOf, type DaySpan, entryLine, sumsLine } from './export-lines.rules.ts';
export {
  type ExportFormat,
  type ExportGroup,
  type ExportLine,
  type ExportView,
  maxExportLines,
} from './export.model.ts';
