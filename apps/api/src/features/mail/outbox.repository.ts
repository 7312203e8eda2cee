import { MailRow } from '@retail-performer/domain/mail';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Mails to be sent, written in the transaction of their cause. */
export const MailOutbox = collection('mail_outbox', MailRow, {
  unique: [['dedupe_key']],
  index: [
    ['status', 'next_attempt_at'],
    ['created_at', 'id'],
  ],
});

/** Keeps the mails of this installation. */
export function outboxRepository(at: Transaction) {
  const mails = at.of(MailOutbox);
  return {
    insert: (...rows: readonly MailRow[]): Promise<void> => mails.insert(rows),

    /** The last mails, newest first. */
    findLast: (limit: number): Promise<MailRow[]> => mails.find({}, { sort: { created_at: -1, id: -1 }, limit }),
  };
}
export type OutboxRepository = ReturnType<typeof outboxRepository>;
