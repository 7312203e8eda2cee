import { SyncLogRow } from '@retail-performer/domain/integrations';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** What machines called for, refused calls included. */
export const SyncLogs = collection('sync_logs', SyncLogRow, {
  index: [['workspace_id', 'created_at', 'id']],
});

/** Writes the log of machines' calls. */
export function syncLogRepository(at: Transaction) {
  return {
    insert: (row: SyncLogRow): Promise<void> => at.of(SyncLogs).insert([row]),
  };
}
export type SyncLogRepository = ReturnType<typeof syncLogRepository>;
