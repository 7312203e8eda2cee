import { mailCategories, type MailRow, type MailTemplate, mailVersion } from '@retail-performer/domain/mail';
import type { Locale } from '@retail-performer/domain/kernel';
import type { SecretBox } from '../../core/security/secret-box.ts';
import type { System } from '../../core/system.ts';
import type { OutboxRepository } from './outbox.repository.ts';

/** A mail to be written; `token` is the secret of its link and is kept encrypted until it is sent. */
export interface Letter {
  readonly template: MailTemplate;
  readonly locale: Locale;
  readonly to_email: string;
  readonly to_name: string;
  readonly variables: MailRow['variables'];
  readonly token?: string;
  /** The same cause queues one mail, however often its work runs. */
  readonly dedupe_key: string;
  readonly workspace_id: string | null;
  readonly user_id: string | null;
  /** After this instant the mail is of no more use. */
  readonly not_after?: string;
  /** Mails of a demonstration never leave it. */
  readonly is_demo: boolean;
}

interface Deps {
  readonly mode: 'on' | 'off';
  readonly box: SecretBox;
  readonly system: System;
}

/** Puts mails into the outbox, always in the transaction of their cause; sending is a job's affair. */
export function mailQueueService({ mode, box, system }: Deps) {
  const fresh = mode === 'on' ? 'queued' : 'held';
  return {
    /** Whether this installation can send mails at all. */
    mode,

    async add(at: { readonly outbox: OutboxRepository }, letter: Letter): Promise<void> {
      const { token, not_after = null, is_demo, ...rest } = letter;
      const id = system.newId();
      const now = system.now().toISOString();
      await at.outbox.insert({
        id,
        ...rest,
        template_version: mailVersion,
        category: mailCategories[letter.template],
        secret_enc: token === undefined || is_demo ? null : box.seal(token, id),
        status: is_demo ? 'suppressed' : fresh,
        attempts: 0,
        next_attempt_at: now,
        locked_by: null,
        locked_until: null,
        not_after,
        provider_message_id: null,
        last_error: null,
        sent_at: null,
        created_at: now,
        updated_at: now,
      });
    },
  };
}
export type MailQueueService = ReturnType<typeof mailQueueService>;
