import { z } from 'zod';
import { Cursor, endpoints, Id, Instant, Locale, Message, Name, Ok, page, Phone } from '../kernel/index.ts';
import { Me } from './me.model.ts';
import { NewPassword } from './password.rules.ts';

/** One live sign-in of the caller. */
export const Session = z.object({
  id: Id,
  current: z.boolean(),
  client: z.enum(['web', 'api', 'demo']),
  user_agent: z.string().nullable(),
  ip_prefix: z.string().nullable(),
  created_at: Instant,
  last_seen_at: Instant,
  expires_at: Instant,
});
export type Session = z.output<typeof Session>;

/** How a list of sessions is read on; one page holds all that may live. */
export const SessionQuery = z.object({
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(50),
  cursor: Cursor.optional(),
});
export type SessionQuery = z.output<typeof SessionQuery>;

/** What someone changes of himself; a key left out stays. */
export const ProfilePatch = z.object({
  name: Name.optional(),
  phone: Phone.nullable().optional(),
  locale: Locale.optional(),
});
export type ProfilePatch = z.output<typeof ProfilePatch>;

/** What a password is changed by. */
export const PasswordChange = z.object({ current_password: z.string().min(1).max(256), new_password: NewPassword });
export type PasswordChange = z.output<typeof PasswordChange>;

/** What an invitation is about: no id, no token, nobody else. */
export const InvitationSummary = z.object({
  valid: z.literal(true),
  email: z.string().nullable(),
  name: z.string(),
  role: z.enum(['manager', 'seller']),
  store_name: z.string(),
  company_name: z.string(),
  manager_name: z.string().nullable(),
  expires_at: Instant,
});
export type InvitationSummary = z.output<typeof InvitationSummary>;

const Token = z.string().max(200);

/** The endpoints of one's own account, sessions and links. */
export const sessionApi = endpoints({
  logoutAll: {
    method: 'POST',
    path: '/auth/logout-all',
    access: 'signed_in',
    summary: 'End every session of the caller, this one included',
    reply: Ok.extend({ ended: z.int() }),
    when_read_only: 'allow',
  },
  listSessions: {
    method: 'GET',
    path: '/auth/sessions',
    access: 'signed_in',
    summary: 'The live sessions of the caller, last seen first',
    query: SessionQuery,
    reply: page(Session),
  },
  endSession: {
    method: 'DELETE',
    path: '/auth/sessions/:session_id',
    access: 'signed_in',
    summary: 'End one session of the caller',
    params: z.object({ session_id: Id }),
    reply: Ok,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND'],
  },
  editMe: {
    method: 'PATCH',
    path: '/auth/me',
    access: 'signed_in',
    summary: 'Change the caller’s name, phone or language',
    body: ProfilePatch,
    reply: Me,
    if_match: true,
    when_read_only: 'allow',
    refusals: ['NOTHING_TO_UPDATE', 'STALE_REVISION'],
  },
  changePassword: {
    method: 'POST',
    path: '/auth/change-password',
    access: 'signed_in',
    summary: 'Change the caller’s password; every other session ends',
    body: PasswordChange,
    reply: Message.extend({ token: z.string(), expires_in: z.int(), refresh_token: z.string().nullable() }),
    when_read_only: 'allow',
    refusals: ['WRONG_PASSWORD', 'DEMO_NOT_AVAILABLE', 'RATE_LIMITED'],
  },
  verifyInvitation: {
    method: 'POST',
    path: '/auth/invitations/verify',
    access: 'public',
    summary: 'What an invitation is about',
    body: z.object({ invitation_token: Token }),
    reply: InvitationSummary,
    when_read_only: 'allow',
    limit: 'link',
    refusals: ['INVITATION_INVALID', 'INVITATION_USED', 'INVITATION_EXPIRED', 'INVITATION_CANCELLED'],
  },
  verifyReset: {
    method: 'POST',
    path: '/auth/reset-password/verify',
    access: 'public',
    summary: 'Whether a link to a new password still works',
    body: z.object({ token: Token }),
    reply: z.object({ valid: z.literal(true), expires_at: Instant }),
    when_read_only: 'allow',
    limit: 'link',
    refusals: ['RESET_TOKEN_INVALID'],
  },
});
