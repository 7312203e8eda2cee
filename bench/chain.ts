import { firstSettings } from '@retail-performer/domain/stores';
import { DatabaseSync } from 'node:sqlite';
import { apiKeyHash, apiKeyPrefix, newApiKey } from '../apps/api/src/core/security/api-keys.ts';
import type { System } from '../apps/api/src/core/system.ts';
import type { Records } from '../apps/api/src/records.ts';
import { store, user, workspace } from '../apps/api/test/world.ts';

/** A chain of one busy store with a hundred sellers, and the key of its till. */
export interface Chain {
  readonly store_id: string;
  readonly seller_ids: readonly string[];
  readonly secret: string;
}

/** Writes the chain. */
export async function settleChain(records: Records, system: System): Promise<Chain> {
  const store_id = system.newId();
  const seller_ids = Array.from({ length: 100 }, () => system.newId());
  const secret = newApiKey(system);
  const created_at = '2020-01-06T08:00:00.000Z';
  await records.workspaces.insert(workspace('mode'));
  const row = store(store_id, 'mode', { created_at, updated_at: created_at });
  await records.stores.insert(row, firstSettings(row));
  await records.kpiConfigs.writeDefaults(row);
  await records.users.insert(...seller_ids.map((id) => user(id, 'seller', { workspace_id: 'mode', store_id })));
  await records.apiKeys.insert({
    id: system.newId(),
    workspace_id: 'mode',
    name: 'Caisse',
    key_prefix: apiKeyPrefix(secret),
    key_hash: apiKeyHash(secret),
    permissions: ['write:kpi'],
    store_ids: null,
    active: true,
    expires_at: null,
    last_used_at: null,
    last_used_ip_prefix: null,
    user_id: 'gerant-mode',
    revoked_at: null,
    revoked_by: null,
    replaces_id: null,
    rate_per_minute: null,
    rev: 1,
    created_at,
    updated_at: created_at,
  });
  return { store_id, seller_ids, secret };
}

/** Fills a file with the days of other stores of the same chain, ten sellers each, so that nothing is small. */
export function fillWithHistory(file: string, entries: number): void {
  const database = new DatabaseSync(file);
  const sellers = Math.max(10, Math.ceil(entries / 730));
  database
    .prepare(
      `WITH RECURSIVE seller(s) AS (SELECT 0 UNION ALL SELECT s + 1 FROM seller WHERE s + 1 < ?1),
        day(d) AS (SELECT 0 UNION ALL SELECT d + 1 FROM day WHERE d + 1 < (?2 + ?1 - 1) / ?1)
      INSERT INTO kpi_entries (id, workspace_id, store_id, seller_id, date, ca_journalier, nb_ventes, nb_articles,
        nb_prospects, nb_ventes_with_prospects, field_sources, source, locked, entered_by_role, rev, created_at, updated_at)
      SELECT 'history-' || s || '-' || d, 'mode', 'store-' || (s / 10), 'seller-' || s, date('2023-12-01', d || ' days'),
        90000 + s, 9, 15, 30, 9, '{}', 'manual', 0, 'seller', 1, '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'
      FROM day, seller`,
    )
    .run(sellers, entries);
  database.close();
}
