import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { signingIn } from './sign-in.ts';
import type { TestApp } from './test-app.ts';

/** A file that was answered, or what was answered instead. */
export interface Exported {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly json: unknown;
}

/** Asks for a file as someone. */
export async function exportOf(api: TestApp, who: string, path: string, headers: object = {}): Promise<Exported> {
  const authorization = `Bearer ${await signingIn(api)(who)}`;
  const reply = await api.app.inject({ url: `/api${path}`, headers: { authorization, ...headers } });
  const isJson = String(reply.headers['content-type']).includes('json');
  return {
    status: reply.statusCode,
    headers: reply.headers,
    bytes: reply.rawPayload,
    json: isJson ? reply.json() : null,
  };
}

/** A line of a CSV file by its headers. */
export type Line = Readonly<Record<string, string>>;

/** The lines of a CSV file in French. */
export function linesOf({ bytes, json }: Exported, delimiter = ';'): readonly Line[] {
  if (json !== null) throw new Error(`No file: ${JSON.stringify(json)}`);
  return parse(bytes, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' });
}

/** The rows of a sheet with their types. */
export const sheetOf = ({ bytes }: Exported) => readSheet(bytes);

/** A French decimal in hundredths, without a detour through floats; null where the cell is empty. */
export function hundredths(text: string | undefined): bigint | null {
  if (text === undefined || text === '') return null;
  const [, whole = '', cents = ''] = /^(\d+),(\d{2})$/.exec(text) ?? [];
  return BigInt(`${whole}${cents}`);
}

/** An amount or a rate of an answer in hundredths; null where there is none. */
export const inHundredths = (amount: number | null): bigint | null =>
  amount === null ? null : BigInt(Math.round(amount * 100));
