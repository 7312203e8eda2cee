import { z } from 'zod';
import { Id, Instant, Locale } from '../kernel/index.ts';

/** The mails of this product. */
export const MailTemplate = z.enum([
  'invitation_manager',
  'invitation_seller',
  'password_reset',
  'password_changed',
  'security_alert',
  'trial_ending',
  'trial_expired',
  'space_idle',
  'silent_sellers',
  'admin_alert',
]);
export type MailTemplate = z.output<typeof MailTemplate>;

/** What kind of mail it is: only `product` and `digest` may be switched off by their readers. */
export const MailCategory = z.enum(['security', 'transactional', 'billing', 'product', 'digest']);
export type MailCategory = z.output<typeof MailCategory>;

/** The kind of each mail. */
export const mailCategories: Readonly<Record<MailTemplate, MailCategory>> = {
  invitation_manager: 'transactional',
  invitation_seller: 'transactional',
  password_reset: 'security',
  password_changed: 'security',
  security_alert: 'security',
  trial_ending: 'billing',
  trial_expired: 'billing',
  space_idle: 'transactional',
  silent_sellers: 'product',
  admin_alert: 'transactional',
};

/** The version of all texts: a mail keeps the one it was written with. */
export const mailVersion = 1;

/** Where a mail stands; `held` waits for an installation that can send. */
export const MailStatus = z.enum(['queued', 'sending', 'sent', 'held', 'dead', 'expired', 'suppressed']);
export type MailStatus = z.output<typeof MailStatus>;

const Value = z.union([z.string(), z.number(), z.null()]);

/** What a mail is written from: single values, and lists of lines. */
export const MailVariables = z.record(z.string(), z.union([Value, z.array(z.record(z.string(), Value))]));
export type MailVariables = z.output<typeof MailVariables>;

/** A mail to be sent, written in the transaction of its cause; the token of its link only encrypted. */
export const MailRow = z.object({
  id: Id,
  dedupe_key: z.string(),
  template: MailTemplate,
  template_version: z.int(),
  locale: Locale,
  category: MailCategory,
  workspace_id: Id.nullable(),
  user_id: Id.nullable(),
  to_email: z.string(),
  to_name: z.string(),
  variables: MailVariables,
  secret_enc: z.string().nullable(),
  status: MailStatus,
  attempts: z.int(),
  next_attempt_at: Instant,
  locked_by: z.string().nullable(),
  locked_until: Instant.nullable(),
  not_after: Instant.nullable(),
  provider_message_id: z.string().nullable(),
  last_error: z.string().nullable(),
  sent_at: Instant.nullable(),
  created_at: Instant,
  updated_at: Instant,
});
export type MailRow = z.output<typeof MailRow>;

/** A mail of a development installation, readable as it would arrive. */
export const DevMail = z.object({
  id: Id,
  template: MailTemplate,
  locale: Locale,
  to_email: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  links: z.array(z.string()),
  status: MailStatus.exclude(['sending']),
  created_at: Instant,
});
export type DevMail = z.output<typeof DevMail>;
