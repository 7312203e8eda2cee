import { AuditLog } from './core/audit.ts';
import type { Database } from './core/database/collection.ts';
import { IdempotencyKeys } from './core/http/idempotency-keys.ts';
import { removeTenantRows } from './core/jobs/tenant-removal.ts';
import { counters } from './core/limits/counters.ts';
import { endpointPolicies } from './core/limits/endpoint-policies.ts';
import type { System } from './core/system.ts';
import { ApiKeys } from './features/integrations/api-key.repository.ts';
import { Users } from './features/people/user.repository.ts';
import { Stores } from './features/stores/store.repository.ts';
import { Workspaces } from './features/stores/workspace.repository.ts';
import { collections } from './records.ts';

/**
 * Removes a workspace with everything that belongs to it; of a customer the audit log stays for its time, which
 * holds ids only. May be cut off and run again: whoever names the rest goes last. Resolves to how many documents.
 */
export async function removeWorkspace(
  { database, system }: { readonly database: Database; readonly system: System },
  workspace_id: string,
  { keepAudit }: { readonly keepAudit: boolean },
): Promise<number> {
  const mine = { workspace_id };
  const user_ids = idsOf(await database.of(Users).find(mine, { select: ['id'] }));
  const store_ids = idsOf(await database.of(Stores).find(mine, { select: ['id'] }));
  const key_ids = idsOf(await database.of(ApiKeys).find(mine, { select: ['id'] }));

  const callers = [...user_ids.map((id) => `user:${id}`), ...key_ids.map((id) => `key:${id}`)];
  let removed = await database.of(IdempotencyKeys).purge({ by: { $in: callers } });
  for (const scope of scopesOf(workspace_id)) await counters(database, system).forget(`${scope}:`);

  const last: readonly string[] = [Stores.name, Users.name];
  const first = collections.filter(({ name }) => !last.includes(name) && !(keepAudit && name === AuditLog.name));
  const keys = { workspace_id, store_ids, user_ids };
  for (const table of [...first, Stores, Users]) removed += await removeTenantRows(database, table, keys);
  return removed + (await database.of(Workspaces).remove({ id: workspace_id }));
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Under which names calls of a workspace are counted. */
const scopesOf = (workspace_id: string): readonly string[] => [
  `ai:space:${workspace_id}`,
  ...Object.values(endpointPolicies).flatMap(({ by, policies }) =>
    by === 'workspace' ? policies.map(({ name }) => `${name}:${workspace_id}`) : [],
  ),
];
