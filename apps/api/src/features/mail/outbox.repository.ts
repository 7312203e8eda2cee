import { MailRow } from '@retail-performer/domain/mail';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Mails to be sent, written in the transaction of their cause. */
export const MailOutbox = collection('mail_outbox', MailRow, {
  unique: [['dedupe_key']],
  index: [
    ['status', 'next_attempt_at'],
    ['created_at', 'id'],
    ['workspace_id', 'id'],
  ],
});

/** Keeps the mails of this installation. */
export function outboxRepository(at: Transaction) {
  const mails = at.of(MailOutbox);
  return {
    insert: (...rows: readonly MailRow[]): Promise<void> => mails.insert(rows),

    /** How the mails of some causes stand, by their cause; nothing of those that never were. */
    statusesOf: async (dedupe_keys: readonly string[]): Promise<ReadonlyMap<string, MailRow['status']>> => {
      if (dedupe_keys.length === 0) return new Map();
      const rows = await mails.find({ dedupe_key: { $in: dedupe_keys } }, { select: ['dedupe_key', 'status'] });
      return new Map(rows.map(({ dedupe_key, status }) => [dedupe_key, status]));
    },

    /** When each of these mails left, by their keys; those that have not are left out. */
    sentAt: async (dedupe_keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const rows = await mails.find({ dedupe_key: { $in: dedupe_keys } }, { select: ['dedupe_key', 'sent_at'] });
      return new Map(rows.flatMap(({ dedupe_key, sent_at }) => (sent_at === null ? [] : [[dedupe_key, sent_at]])));
    },

    /** Keeps a mail from leaving that is of no more use, unless it has left. */
    withdraw: async (dedupe_key: string, now: string): Promise<void> => {
      const set = { status: 'expired', secret_enc: null, updated_at: now } as const;
      await mails.update({ dedupe_key, status: { $in: ['queued', 'held'] } }, { set });
    },

    /** The last mails, newest first. */
    findLast: (limit: number): Promise<MailRow[]> => mails.find({}, { sort: { created_at: -1, id: -1 }, limit }),

    /** Mails whose turn has come: new ones, those to try again, and those whose sender has died. */
    findDue: (now: string, limit: number): Promise<MailRow[]> =>
      mails.find(
        { status: { $in: ['queued', 'sending'] }, next_attempt_at: { $lte: now } },
        { sort: { next_attempt_at: 1 }, limit },
      ),

    /** Takes a mail that is as it was seen; of two senders one is told that he has it. */
    claim: async ({ id, status, next_attempt_at }: MailRow, set: Partial<MailRow>): Promise<boolean> =>
      (await mails.update({ id, status, next_attempt_at }, { set })) === 1,

    /** Writes down what became of a mail that its sender holds. */
    settle: async (id: string, locked_by: string, set: Partial<MailRow>): Promise<void> => {
      await mails.update({ id, locked_by }, { set: { ...set, locked_by: null, locked_until: null } });
    },

    /** Lets no waiting mail be tried before an instant. */
    postpone: (until: string): Promise<number> =>
      mails.update({ status: 'queued', next_attempt_at: { $lt: until } }, { set: { next_attempt_at: until } }),

    /** Held mails from an instant on are queued, older ones expire; resolves to how many are queued. */
    release: async (from: string, now: string): Promise<number> => {
      const expired = { status: 'expired', secret_enc: null, updated_at: now } as const;
      await mails.update({ status: 'held', next_attempt_at: { $lt: from } }, { set: expired });
      return mails.update({ status: 'held' }, { set: { status: 'queued', next_attempt_at: now, updated_at: now } });
    },
  };
}
export type OutboxRepository = ReturnType<typeof outboxRepository>;
