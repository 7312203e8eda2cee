import type { Database } from '../database/collection.ts';
import type { Filter } from '../database/filter.ts';
import type { Table } from '../database/table.ts';

/** Everything that names a workspace in documents that do not carry it themselves. */
export interface TenantKeys {
  readonly workspace_id: string;
  readonly store_ids: readonly string[];
  readonly user_ids: readonly string[];
}

const batch = 500;
const owners = ['workspace_id', 'store_id', 'seller_id', 'user_id'] as const;
type Owner = (typeof owners)[number];

/**
 * Removes what a collection holds of a workspace, found by the first index that begins with an owner; 0 where it has
 * none. Below the port, because nothing may be left, whatever a collection refuses otherwise.
 */
export async function removeTenantRows(database: Database, table: Table, keys: TenantKeys): Promise<number> {
  const owner = ownerOf(table);
  if (owner === null) return 0;
  const engine = database.operations(table);
  const column = (name: string) => {
    const found = table.columns.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${table.name} has no ${name}`);
    return found;
  };
  // Of one workspace by the plain value, for which SQLite uses the index whatever it believes of a list.
  const mine: Filter =
    owner === 'workspace_id'
      ? { column: column(owner), operator: '$eq', value: keys.workspace_id }
      : { column: column(owner), operator: '$in', value: idsOf(keys, owner) };
  let removed = 0;
  while (true) {
    const rows = await engine.find(mine, [], batch, ['id']);
    if (rows.length === 0) return removed;
    removed += await engine.remove({ column: column('id'), operator: '$in', value: rows.map(({ id }) => id) });
  }
}

/** By which owner a collection finds what belongs to a workspace; null where nothing in it belongs to one. */
export function ownerOf({ name, columns, unique, index }: Table): Owner | null {
  const own = owners.filter((owner) => columns.some((column) => column.name === owner));
  const leading = new Set([...index, ...unique].flatMap(([first]) => first ?? []));
  const owner = own.find((each) => leading.has(each)) ?? null;
  if (owner === null && own.length > 0) throw new Error(`${name} has no index that begins with ${own.join(' or ')}`);
  return owner;
}

const idsOf = ({ store_ids, user_ids }: TenantKeys, owner: Owner): readonly string[] =>
  owner === 'store_id' ? store_ids : user_ids;
