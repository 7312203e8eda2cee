import type { AuditQuery } from '@retail-performer/domain/audit';
import type { Instant } from '@retail-performer/domain/kernel';
import { AuditLog, type AuditRow } from './audit.ts';
import type { Transaction } from './database/collection.ts';
import { membersIn, type Scope } from './scope.ts';

/** Which lines are asked for: those since an instant, and before another. */
export interface AuditFilter extends Pick<
  AuditQuery,
  'action' | 'entity_type' | 'entity_id' | 'actor_id' | 'store_id'
> {
  readonly since: Instant | null;
  readonly until: Instant | null;
}

/** Where a page of lines ended. */
export type AuditPlace = Pick<AuditRow, 'created_at' | 'id'>;

const named = ['action', 'entity_type', 'entity_id', 'actor_id', 'store_id'] as const;

/** Reads the audit log of a workspace. */
export function auditTrail(at: Transaction) {
  return {
    /** Lines in reach, newest first, or those after a place. */
    findPage: (
      scope: Scope,
      { since, until, ...fields }: AuditFilter,
      { limit, after }: { readonly limit: number; readonly after: AuditPlace | null },
    ): Promise<AuditRow[]> =>
      at.of(AuditLog).find(
        {
          $and: [
            membersIn(scope),
            ...named.flatMap((field) => (fields[field] === undefined ? [] : [{ [field]: fields[field] }])),
            ...(since === null ? [] : [{ created_at: { $gte: since } }]),
            ...(until === null ? [] : [{ created_at: { $lt: until } }]),
          ],
        },
        { sort: { created_at: -1, id: -1 }, limit, ...(after !== null && { after }) },
      ),
  };
}
export type AuditTrail = ReturnType<typeof auditTrail>;
