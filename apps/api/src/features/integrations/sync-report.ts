import { maxLoggedErrors, type SyncLogRow, type SyncReport, syncStatus } from '@retail-performer/domain/integrations';
import type { MachineCall, Outcome } from './line-writer.ts';

/** What a report says of a call as a whole. */
export const countsOf = ({ written, created, refused }: Outcome<string>) => ({
  status: syncStatus({ written, refused: refused.length }),
  entries_created: created,
  entries_updated: written - created,
  total: written,
});

/** What the log of a call tells of where it went. */
type Target = Pick<SyncLogRow, 'operation' | 'store_id' | 'date' | 'source' | 'received' | 'duration_ms'>;

interface Reported extends Pick<SyncReport, 'status' | 'entries_created' | 'entries_updated'> {
  readonly errors: readonly { readonly index: number; readonly code: string; readonly message: string }[];
}

/** The log of a call that was done, without names and figures. */
export const logOf = ({ actor, id, at }: MachineCall, report: Reported, target: Target): SyncLogRow => ({
  id,
  workspace_id: actor.workspace_id,
  api_key_id: actor.key_id,
  status: report.status === 'partial_success' ? 'partial' : report.status,
  http_status: 200,
  code: null,
  created: report.entries_created,
  updated: report.entries_updated,
  rejected: report.errors.length,
  errors: report.errors.slice(0, maxLoggedErrors).map(({ index, code, message }) => ({ index, code, message })),
  request_id: actor.trace.request_id,
  created_at: at,
  ...target,
});

/** What was sent as it was sent, where it is a short text; null otherwise. */
export const shortText = (value: unknown, max: number): string | null =>
  typeof value === 'string' && value.length <= max && value.isWellFormed() ? value : null;
