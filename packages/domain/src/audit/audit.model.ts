import { z } from 'zod';
import { Cursor, Day, Id, Instant } from '../kernel/index.ts';

const account = [
  'auth.login_succeeded',
  'auth.login_limited',
  'auth.logout_all',
  'auth.profile_edited',
  'auth.password_changed',
  'auth.password_reset_requested',
  'auth.password_reset_done',
  'auth.email_change_requested',
  'auth.email_changed',
  'auth.token_reuse_detected',
  'auth.totp_enabled',
  'auth.totp_disabled',
] as const;

const workspace = [
  'workspace.created',
  'workspace.renamed',
  'workspace.settings_changed',
  'workspace.suspended',
  'workspace.unsuspended',
  'workspace.deleted',
  'workspace.trial_changed',
  'billing.enabled',
  'billing.disabled',
] as const;

const people = [
  'invitation.created',
  'invitation.resent',
  'invitation.cancelled',
  'invitation.accepted',
  'invitation.expired',
  'staff.suspended',
  'staff.reactivated',
  'staff.deleted',
  'staff.transferred',
  'staff.stores_changed',
  'staff.role_changed',
  'staff.manager_changed',
  'staff.edited',
  'staff.erased',
] as const;

const stores = [
  'store.created',
  'store.edited',
  'store.suspended',
  'store.reopened',
  'store.closed',
  'closure.created',
  'closure.deleted',
  'event.created',
  'event.deleted',
] as const;

const figures = ['entry.unlocked', 'day.validated', 'day.reopened', 'kpi_config.changed'] as const;

const keys = [
  'api_key.created',
  'api_key.edited',
  'api_key.rotated',
  'api_key.revoked',
  'api_key.rejected_store',
] as const;

const money = [
  'checkout.created',
  'checkout.completed',
  'subscription.started',
  'subscription.seats_changed',
  'subscription.interval_changed',
  'subscription.cancel_scheduled',
  'subscription.resumed',
  'subscription.past_due',
  'subscription.recovered',
  'subscription.ended',
  'subscription.conflict',
  'subscription.missing_in_stripe',
  'billing_profile.changed',
  'customer.linked',
  'customer.cleared',
] as const;

const platform = [
  'admin.created',
  'admin.suspended',
  'admin.deleted',
  'admin.viewed_workspace',
  'admin.support_access_opened',
  'admin.support_access_used',
  'job.run_by_hand',
  'mail.resent',
  'terms.notice_sent',
  'demo.built',
  'demo.opened',
] as const;

const privacy = [
  'privacy.export_requested',
  'privacy.export_done',
  'privacy.erase_requested',
  'privacy.erase_done',
  'retention.purged',
] as const;

/** Everything that the audit log may tell, `object.verb`. */
export const AuditAction = z.enum([
  ...account,
  ...workspace,
  ...people,
  ...stores,
  ...figures,
  ...keys,
  ...money,
  ...platform,
  ...privacy,
]);
export type AuditAction = z.output<typeof AuditAction>;

const Fields = z.record(z.string(), z.unknown());

/** One line of the audit log as the owner of its workspace reads it; no secret, no address, no free text. */
export const AuditLine = z.object({
  id: Id,
  at: Instant,
  action: AuditAction,
  /** Who did it: a person, a key, or the system itself, which has no id; the name as it is today. */
  actor: z.object({
    type: z.enum(['user', 'api_key', 'system']),
    id: Id.nullable(),
    name: z.string().nullable(),
    role: z.string().nullable(),
  }),
  entity_type: z.string(),
  entity_id: Id,
  /** The name of a person, store or key; null for anything else, and for what is gone. */
  entity_name: z.string().nullable(),
  store_id: Id.nullable(),
  before: Fields.nullable(),
  after: Fields.nullable(),
  reason_code: z.string().nullable(),
});
export type AuditLine = z.output<typeof AuditLine>;

/** Which lines to read; days are those of the workspace. */
export const AuditQuery = z
  .object({
    action: AuditAction.optional(),
    entity_type: z.string().max(40).optional(),
    entity_id: Id.optional(),
    actor_id: Id.optional(),
    store_id: Id.optional(),
    from: Day.optional(),
    to: Day.optional(),
    limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
    cursor: Cursor.optional(),
  })
  .refine(({ from = '', to = '9999' }) => from <= to, { path: ['to'], error: 'INVALID_RANGE' });
export type AuditQuery = z.output<typeof AuditQuery>;
