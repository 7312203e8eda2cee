import { NewApiKey, type SyncReport } from '@retail-performer/domain/integrations';
import type { KpiEntry, KpiStoreDay } from '@retail-performer/domain/kpis';
import { KpiEntries, KpiStoreDays } from '../src/features/kpis/kpi.collections.ts';
import { today } from './figures.ts';
import type { Reply, TestApp } from './test-app.ts';

/** A machine with a key of its own. */
export interface Till {
  readonly key_id: string;
  readonly secret: string;
  /** Sends a body as it is. */
  send(body: unknown, headers?: object): Promise<Reply>;
  /** Sends lines of today in Lyon, or what `more` says instead. */
  sync(lines: readonly unknown[], more?: object): Promise<Reply>;
}

/** Has an owner make a key, for `more` than everything if it says so. */
export async function tillOf(api: TestApp, owner = 'gerant-mode', more: object = {}): Promise<Till> {
  const { json } = await api.post(owner, '/integrations/api-keys', { name: 'Caisse', ...more });
  const { api_key: secret, key_id } = NewApiKey.parse(json);
  const send = (body: unknown, headers = {}) =>
    api.post(null, '/integrations/kpi/sync', body, { 'x-api-key': secret, ...headers });
  return {
    key_id,
    secret,
    send,
    sync: (kpi_entries, bodyMore = {}) => send({ store_id: 'lyon', date: today, kpi_entries, ...bodyMore }),
  };
}

/** The figures of one seller as a till sends them. */
export const figures = (seller_id: unknown, more: object = {}) => ({
  seller_id,
  ca_journalier: 1250.5,
  nb_ventes: 10,
  nb_articles: 18,
  ...more,
});

/** A report without its id, which is different each time. */
export function reportIn({ json }: Reply): Omit<SyncReport, 'sync_id'> {
  const { sync_id, ...report } = Object(json);
  if (typeof sync_id !== 'string') throw new Error(`No report: ${JSON.stringify(json)}`);
  return report;
}

/** Codes and places of the lines that were refused. */
export const refusedIn = ({ json }: Reply): readonly string[] =>
  Object(json).errors.map(({ index, code }: { index: number; code: string }) => `${index} ${code}`);

/** Every entry of a day, by its seller. */
export async function entriesOf(api: TestApp, date = today): Promise<ReadonlyMap<string, KpiEntry>> {
  const rows = await api.database.of(KpiEntries).find({ date });
  return new Map(rows.map((row) => [row.seller_id, row]));
}

/** The sums of a store's day as they are kept. */
export const sumsOf = (api: TestApp, store_id = 'lyon', date = today): Promise<KpiStoreDay | null> =>
  api.database.of(KpiStoreDays).findOne({ store_id, date });
