import type { Mailer } from '../core/ports/mailer.ts';

/** Sends nothing: mails stay in the outbox, where a developer reads them. */
export const outboxMailer: Mailer = {
  mode: 'off',
  send: async () => ({ outcome: 'held' }),
};
