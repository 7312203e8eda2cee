import { z } from 'zod';
import { endpoints, FileReply, Id, mediaTypes, PeriodText } from '../kernel/index.ts';
import { ExportFormat, ExportGroup, OwnExportGroup } from './export.model.ts';

const asked = { p: PeriodText, format: ExportFormat.default('csv') };

/** What is asked of an export: the period, what a line stands for, the kind of file. */
export const ExportQuery = z.object({ ...asked, group: ExportGroup.default('day') });
export type ExportQuery = z.output<typeof ExportQuery>;

/** The same of a seller's own figures. */
export const OwnExportQuery = z.object({ ...asked, group: OwnExportGroup.default('day') });
export type OwnExportQuery = z.output<typeof OwnExportQuery>;

const file = {
  method: 'GET',
  reply: FileReply,
  reply_type: 'file',
  media_types: Object.values(mediaTypes),
} as const;

/** The endpoints that answer with figures as a file; `RANGE_TOO_WIDE` beyond 20 000 lines. */
export const exportApi = endpoints({
  exportStore: {
    ...file,
    path: '/stores/:store_id/export',
    access: ['gerant', 'manager'],
    summary: 'The figures of a store and period as CSV or XLSX, at most 20 000 lines',
    params: z.object({ store_id: Id }),
    query: ExportQuery,
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN', 'DEMO_NOT_AVAILABLE'],
  },
  exportMine: {
    ...file,
    path: '/me/export',
    access: ['seller'],
    summary: 'The seller’s own figures of a period as CSV or XLSX',
    query: OwnExportQuery,
    refusals: ['DEMO_NOT_AVAILABLE'],
  },
  exportNetwork: {
    ...file,
    path: '/gerant/export',
    access: ['gerant'],
    summary: 'The figures of all stores in a period as CSV or XLSX, at most 20 000 lines',
    query: ExportQuery,
    refusals: ['DEMO_NOT_AVAILABLE'],
  },
});
