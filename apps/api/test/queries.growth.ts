import { addDays } from '@retail-performer/domain/kernel';
import { ApiKeys } from '../src/features/integrations/api-key.repository.ts';
import { SyncLogs } from '../src/features/integrations/sync-log.repository.ts';
import { entryRow, put, today } from './figures.ts';
import type { Ground } from './ground.ts';
import { apiKey, syncLog } from './machines.ts';
import { figures } from './till.ts';
import type { Call } from './walk.ts';
import { settleIn, store, user } from './world.ts';

/** By how much a chain has grown: each thing that it may have many of, `from` one number to another. */
export interface Growth {
  readonly from: number;
  readonly to: number;
}

const many = ({ from, to }: Growth, name: string) =>
  Array.from({ length: to - from }, (_, place) => `${name}-${from + place}`);

/** Makes the chain Mode larger: stores, managers, sellers, days of figures, keys and logs. */
export async function grow(ground: Ground, by: Growth): Promise<void> {
  const { api } = ground;
  const mine = { workspace_id: 'mode', email: null };
  const [stores, sellers] = [many(by, 'store'), many(by, 'seller')];
  await settleIn(
    api.records,
    stores.map((id) => store(id, 'mode')),
    [
      ...sellers.map((id) => user(id, 'seller', { ...mine, store_id: 'lyon', manager_id: 'marie' })),
      ...stores.map((id) => user(`manager-of-${id}`, 'manager', { ...mine, store_id: id })),
      ...stores.map((id) => user(`seller-of-${id}`, 'seller', { ...mine, store_id: id })),
    ],
  );
  await put(api, ...sellers.map((id) => entryRow({ seller_id: id })));
  for (let ago = by.from + 1; ago <= by.to; ago += 1) await put(api, entryRow({ date: addDays(today, -ago) }));
  for (const id of stores) await put(api, entryRow({ seller_id: `seller-of-${id}`, store_id: id }));
  await api.database.of(ApiKeys).insert(many(by, 'key').map((id) => apiKey(id)));
  await api.database.of(SyncLogs).insert(many(by, 'log').map((id) => syncLog(id, { api_key_id: id })));
}

/** The same call about as much as there is. */
export function enlarged(name: string, call: Call, size: number): Call {
  const all = { from: 0, to: size };
  const lines = (more: object) => ({ kpi_entries: many(all, 'seller').map((id) => figures(id, more)) });
  const larger: Readonly<Record<string, object>> = {
    'integrations.syncKpis': lines({}),
    'integrations.sendBatch': lines({ store_id: 'lyon', date: '2025-12-14' }),
    'integrations.createApiKey': { store_ids: many(all, 'store') },
    'integrations.editKey': { store_ids: many(all, 'store') },
  };
  return larger[name] === undefined ? call : { ...call, body: { ...Object(call.body), ...larger[name] } };
}
