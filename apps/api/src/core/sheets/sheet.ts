import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Cell, CellKind } from '@retail-performer/domain/exports';
import { turns } from '../security/turns.ts';

/** A sheet to be written: its name, its columns, its rows, and how days are shown. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly { readonly header: string; readonly kind: CellKind }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly day_format: string;
}

// A large sheet takes a processor for a second and some memory: one at a time, beside the process that answers.
const oneAtATime = turns(1);
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** Writes a sheet as an XLSX file: typed cells, a frozen head; a text is never a formula there. */
export const writtenSheet = (sheet: Sheet): Promise<Uint8Array> =>
  oneAtATime(async () => {
    const workerData: Sheet = { ...sheet, title: sheetName(sheet.title) };
    const worker = new Worker(new URL('sheet-worker.ts', import.meta.url), { workerData, resourceLimits });
    try {
      const [bytes]: unknown[] = await once(worker, 'message');
      if (!(bytes instanceof Uint8Array)) throw new Error('No sheet was written');
      return bytes;
    } finally {
      await worker.terminate();
    }
  });

/** A name that a spreadsheet takes: at most 31 characters, none of those that have a meaning there. */
const sheetName = (title: string): string =>
  Array.from(title.replaceAll(/[\\/?*[\]:']/g, ' '))
    .slice(0, 31)
    .join('')
    .trim() || 'Export';
