import { parentPort, workerData } from 'node:worker_threads';
import type { Cell, CellKind } from '@retail-performer/domain/exports';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { Sheet } from './sheet.ts';

// Whoever starts this thread gives it a sheet.
const { title, columns, rows, day_format } = workerData as Sheet;

const widths: Readonly<Record<CellKind, number>> = { text: 24, day: 12, count: 12, money: 16, rate: 14, percent: 14 };
const formats: Readonly<Partial<Record<CellKind, string>>> = {
  count: '#,##0',
  money: '#,##0.00',
  rate: '0.00',
  percent: '0.00%',
};

function cell(value: Cell, kind: CellKind): CellObject | null {
  if (value === null) return null;
  if (kind === 'day') return { type: Date, value: new Date(`${value}T00:00:00Z`), format: day_format };
  if (typeof value === 'string') return { type: String, value };
  const shown = kind === 'money' || kind === 'percent' ? value / 100 : value;
  return { type: Number, value: shown, ...(formats[kind] !== undefined && { format: formats[kind] }) };
}

const head = columns.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold', wrap: true }) as const);
const body = rows.map((row) => row.map((value, place) => cell(value, columns[place]?.kind ?? 'text')));
const options = { sheet: title, stickyRowsCount: 1, columns: columns.map(({ kind }) => ({ width: widths[kind] })) };
const bytes = await writeExcelFile([head, ...body], options).toBuffer();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(bytes);
