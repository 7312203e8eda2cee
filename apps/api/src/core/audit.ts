import { AuditAction } from '@retail-performer/domain/audit';
import { Instant, type Role } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import type { Actor, Trace } from './actor.ts';
import { collection, type Transaction } from './database/collection.ts';
import type { System } from './system.ts';

/** One line of the audit log: who did what to what; never changed, never removed before its time. */
const AuditRow = z.object({
  id: z.string(),
  workspace_id: z.string().nullable(),
  actor_type: z.enum(['user', 'api_key', 'system']),
  actor_id: z.string().nullable(),
  actor_role: z.string().nullable(),
  action: AuditAction,
  entity_type: z.string(),
  entity_id: z.string(),
  store_id: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason_code: z.string().nullable(),
  ip_prefix: z.string().nullable(),
  request_id: z.string(),
  created_at: Instant,
});
export type AuditRow = z.output<typeof AuditRow>;

/** Every write by people, keys and jobs; an index for each way in which its owner may look for it. */
export const AuditLog = collection('audit_log', AuditRow, {
  index: [
    ['workspace_id', 'created_at', 'id'],
    ['workspace_id', 'action', 'created_at', 'id'],
    ['workspace_id', 'entity_type', 'created_at', 'id'],
    ['workspace_id', 'entity_id', 'created_at', 'id'],
    ['workspace_id', 'actor_id', 'created_at', 'id'],
    ['workspace_id', 'store_id', 'created_at', 'id'],
    ['created_at', 'id'],
  ],
  appendOnly: true,
});

/** What happened; no secret, no free text, an address only as "changed". */
export interface AuditEvent {
  readonly workspace_id: string | null;
  readonly action: AuditAction;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly store_id?: string | null;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly reason_code?: string;
}

/** Who is to be named: an actor, someone who becomes one right now (by signing in), or a request without one. */
export type Author =
  | Actor
  | { readonly role: Role; readonly user_id: string; readonly trace: Trace }
  | { readonly role: 'system'; readonly trace: Trace };

/** Writes the audit log, always in the transaction of the change itself. */
export function auditLog(at: Transaction, system: System) {
  return {
    async record(author: Author, ...events: readonly AuditEvent[]): Promise<void> {
      await at.of(AuditLog).insert(events.map((event) => rowOf(author, event, system)));
    },
  };
}
export type Audit = ReturnType<typeof auditLog>;

function rowOf(author: Author, event: AuditEvent, system: System): AuditRow {
  const who = {
    api_key: () => ({ actor_type: 'api_key', actor_id: 'key_id' in author ? author.key_id : null }) as const,
    system: () => ({ actor_type: 'system', actor_id: null }) as const,
    user: () => ({ actor_type: 'user', actor_id: 'user_id' in author ? author.user_id : null }) as const,
  };
  const kind = author.role === 'api_key' || author.role === 'system' ? author.role : 'user';
  return {
    id: system.newId(),
    workspace_id: event.workspace_id,
    ...who[kind](),
    actor_role: author.role,
    action: event.action,
    entity_type: event.entity_type,
    entity_id: event.entity_id,
    store_id: event.store_id ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
    reason_code: event.reason_code ?? null,
    ip_prefix: author.trace.ip_prefix,
    request_id: author.trace.request_id,
    created_at: system.now().toISOString(),
  };
}
