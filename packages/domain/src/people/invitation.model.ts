import { z } from 'zod';
import { Email, Id, Instant, Locale, Name } from '../kernel/index.ts';
import { Entitlement } from '../billing/entitlement.model.ts';
import type { MailStatus } from '../mail/mail.model.ts';
import { User } from './user.model.ts';

const InvitedRole = z.enum(['manager', 'seller']);
const Channel = z.enum(['email', 'link']);

/** How long an invitation may be accepted. */
export const invitationLifeMs = 7 * 24 * 3_600_000;

/** An invitation as stored: its token only as a hash. It is live while pending and not past its end. */
export const InvitationRow = z.object({
  id: Id,
  workspace_id: Id,
  user_id: Id,
  /** What the person was called, once a cancelled invitation has removed him. */
  name: z.string().nullable(),
  /** The invited person while pending: one pending invitation a person. */
  pending_user_key: Id.nullable(),
  token_hash: z.string(),
  channel: Channel,
  email: z.string().nullable(),
  /** `workspace_id:email` while pending: one pending invitation an address and workspace. */
  pending_key: z.string().nullable(),
  role: InvitedRole,
  store_id: Id,
  manager_id: Id.nullable(),
  status: z.enum(['pending', 'accepted', 'cancelled', 'expired']),
  expires_at: Instant,
  /** Whether the owner was shown the link: then accepting it does not prove whose the address is. */
  url_shown: z.boolean(),
  sent_count: z.int(),
  last_sent_at: Instant,
  invited_by: Id,
  accepted_at: Instant.nullable(),
  cancelled_at: Instant.nullable(),
  cancelled_by: Id.nullable(),
  rev: z.int(),
  created_at: Instant,
  updated_at: Instant,
});
export type InvitationRow = z.output<typeof InvitationRow>;

/** An invitation as its owner sees it: no token. */
export const Invitation = z.object({
  id: Id,
  user_id: Id,
  channel: Channel,
  email: z.string().nullable(),
  name: z.string(),
  role: InvitedRole,
  store_id: Id,
  store_name: z.string(),
  manager_id: Id.nullable(),
  status: z.enum(['pending', 'accepted', 'cancelled', 'expired']),
  mail: z.enum(['queued', 'sent', 'failed', 'off']),
  sent_count: z.int(),
  created_at: Instant,
  expires_at: Instant,
  accepted_at: Instant.nullable(),
  cancelled_at: Instant.nullable(),
});
export type Invitation = z.output<typeof Invitation>;

/** Whom an owner invites, and to which store. */
export const InvitationInput = z
  .object({
    name: Name,
    email: Email.nullable().default(null),
    role: InvitedRole,
    store_id: Id,
    manager_id: Id.nullable().default(null),
    channel: Channel.default('email'),
    locale: Locale.optional(),
  })
  .refine(({ channel, email }) => channel === 'link' || email !== null, { path: ['email'], error: 'REQUIRED' });
export type InvitationInput = z.output<typeof InvitationInput>;

/** A fresh invitation; its address is told once, when no mail will carry it. */
export const InvitationSent = z.object({
  invitation: Invitation,
  user: User,
  invitation_url: z.string().nullable(),
  entitlement: Entitlement,
});
export type InvitationSent = z.output<typeof InvitationSent>;

/** A cancelled invitation, and the seats right after. */
export const InvitationCancelled = z.object({ invitation: Invitation, entitlement: Entitlement });
export type InvitationCancelled = z.output<typeof InvitationCancelled>;

/** How an invitation's mail stands, from that of its outbox row; `off` where no mail was to go. */
export function invitationMail(mail: MailStatus | null): Invitation['mail'] {
  if (mail === null || mail === 'held' || mail === 'suppressed') return 'off';
  if (mail === 'queued' || mail === 'sending') return 'queued';
  return mail === 'sent' ? 'sent' : 'failed';
}

/** The word for an invitation's state at an instant: pending past its end reads expired, without waiting for a job. */
export const invitationStatus = (row: InvitationRow, now: Date): InvitationRow['status'] =>
  row.status === 'pending' && row.expires_at <= now.toISOString() ? 'expired' : row.status;

/** Why an invitation in that state cannot be accepted; null when it can. */
export const invitationRefusal = {
  pending: null,
  accepted: 'INVITATION_USED',
  cancelled: 'INVITATION_CANCELLED',
  expired: 'INVITATION_EXPIRED',
} as const satisfies Record<InvitationRow['status'], string | null>;

/** What the owner sees beside the stored invitation. */
export interface InvitationContext {
  readonly name: string;
  readonly store_name: string;
  readonly mail: MailStatus | null;
}

/** The invitation as its owner sees it at an instant. */
export const invitationView = (
  row: InvitationRow,
  { name, store_name, mail }: InvitationContext,
  now: Date,
): Invitation => ({
  id: row.id,
  user_id: row.user_id,
  channel: row.channel,
  email: row.email,
  name,
  role: row.role,
  store_id: row.store_id,
  store_name,
  manager_id: row.manager_id,
  status: invitationStatus(row, now),
  mail: invitationMail(mail),
  sent_count: row.sent_count,
  created_at: row.created_at,
  expires_at: row.expires_at,
  accepted_at: row.accepted_at,
  cancelled_at: row.cancelled_at,
});
