import { ApiKeyRow } from '@retail-performer/domain/integrations';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** The keys of machines; of each secret only the hash. */
export const ApiKeys = collection('api_keys', ApiKeyRow, {
  unique: [['key_hash']],
  index: [
    ['workspace_id', 'created_at', 'id'],
    ['key_prefix', 'active'],
  ],
});

/** Finds and keeps the keys of machines. */
export function apiKeyRepository(at: Transaction) {
  const keys = at.of(ApiKeys);
  return {
    findByHash: (key_hash: string): Promise<ApiKeyRow | null> => keys.findOne({ key_hash }),
    insert: (row: ApiKeyRow): Promise<void> => keys.insert([row]),
  };
}
export type ApiKeyRepository = ReturnType<typeof apiKeyRepository>;
