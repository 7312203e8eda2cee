import type { Audit } from '../audit.ts';
import type { Unit } from '../unit.ts';
import type { Run } from './job.ts';
import type { Counts } from './job.model.ts';

/** Notes in the audit log what has had its time and is gone, by counts only: nothing may name it any more. */
export const notePurge = (
  data: Unit<{ readonly audit: Audit }>,
  { trace }: Pick<Run, 'trace'>,
  what: { readonly entity_type: 'installation' | 'workspace'; readonly entity_id: string; readonly after: Counts },
): Promise<void> =>
  data.change(({ audit }) =>
    audit.record({ role: 'system', trace }, { workspace_id: null, action: 'retention.purged', ...what }),
  );
