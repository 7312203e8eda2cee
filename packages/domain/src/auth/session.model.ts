import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';

/** One sign-in, and the family of refresh tokens that follows it. */
export const SessionRow = z.object({
  id: Id,
  user_id: Id,
  workspace_id: Id.nullable(),
  /** Number of the refresh token that counts; the one before it is forgiven for a moment. */
  generation: z.int(),
  rotated_at: Instant,
  /** Part of the MAC of the refresh tokens, so that the database alone forges none. */
  nonce: z.string(),
  client: z.enum(['web', 'api', 'demo']),
  remember: z.boolean(),
  user_agent: z.string().nullable(),
  ip_prefix: z.string().nullable(),
  last_seen_at: Instant,
  idle_expires_at: Instant,
  expires_at: Instant,
  revoked_at: Instant.nullable(),
  revoke_reason: z
    .enum([
      'logout',
      'logout_all',
      'password_changed',
      'email_changed',
      'suspended',
      'deleted',
      'token_reuse',
      'admin',
      'expired',
      'too_many',
    ])
    .nullable(),
  created_at: Instant,
  updated_at: Instant,
});
export type SessionRow = z.output<typeof SessionRow>;

/** A pending change of a forgotten password. */
export const PasswordResetRow = z.object({
  id: Id,
  user_id: Id,
  token_hash: z.string(),
  expires_at: Instant,
  used_at: Instant.nullable(),
  /** Only a link that came by mail proves that the address is the person's. */
  channel: z.enum(['mail', 'operator']),
  ip_prefix: z.string().nullable(),
  created_at: Instant,
  updated_at: Instant,
});
export type PasswordResetRow = z.output<typeof PasswordResetRow>;
