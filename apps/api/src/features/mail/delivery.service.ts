import type { MailRow } from '@retail-performer/domain/mail';
import type { Delivery, Mailer } from '../../core/ports/mailer.ts';
import type { SecretBox } from '../../core/security/secret-box.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { OutboxRepository } from './outbox.repository.ts';
import { renderMail, type RenderSettings } from './render.ts';

interface Deps {
  readonly data: Unit<{ readonly outbox: OutboxRepository }>;
  readonly system: System;
  readonly mailer: Mailer;
  readonly box: SecretBox;
  readonly settings: RenderSettings;
  /** Whether a person may still get mail: not when suspended, deleted or gone. */
  readonly mayReceive: (user_id: string) => Promise<boolean>;
  /** Hears why the provider takes nothing, or why a mail was given up. */
  readonly report: (what: string, code: string) => void;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long one sender may hold a mail, and how many he takes at a time. */
const holdMs = 2 * minute;
const batch = 20;

/** After which waits a failed mail is tried again; then it is dead. */
const waits: readonly number[] = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour];

/** Sends what waits in the outbox; any number of processes may do so at once. */
export function deliveryService({ data, system, mailer, box, settings, mayReceive, report }: Deps) {
  const { outbox } = data.read;
  let pausedUntil = 0;

  const after = (ms: number): string => new Date(system.now().getTime() + ms).toISOString();

  async function claim(mail: MailRow): Promise<string | null> {
    const locked_by = system.newId();
    const held = { locked_by, locked_until: after(holdMs), next_attempt_at: after(holdMs) };
    return (await outbox.claim(mail, { status: 'sending', ...held })) ? locked_by : null;
  }

  async function trySending(mail: MailRow): Promise<Delivery | 'expired' | 'suppressed'> {
    if (mail.not_after !== null && mail.not_after <= after(0)) return 'expired';
    if (mail.user_id !== null && !(await mayReceive(mail.user_id))) return 'suppressed';
    const token = mail.secret_enc === null ? null : box.open(mail.secret_enc, mail.id);
    // Sealed with a secret that is no longer set: a mail without its link helps nobody.
    if (mail.secret_enc !== null && token === null) return { outcome: 'refused', code: 'SECRET_LOST' };
    const { subject, html, text } = renderMail(mail, token, settings);
    const { id, template, to_email, to_name } = mail;
    return mailer.send({ id, template, to_email, to_name, subject, html, text });
  }

  /** What to write down after a try; nothing ever keeps its secret once it is over. */
  function resultOf(mail: MailRow, delivery: Delivery | 'expired' | 'suppressed'): Partial<MailRow> {
    const now = after(0);
    const over = { secret_enc: null, updated_at: now };
    if (delivery === 'expired' || delivery === 'suppressed') return { ...over, status: delivery };

    const attempts = mail.attempts + 1;
    switch (delivery.outcome) {
      case 'sent':
        return {
          ...over,
          status: 'sent',
          attempts,
          provider_message_id: delivery.message_id,
          last_error: null,
          sent_at: now,
        };
      case 'refused':
        return { ...over, status: 'dead', attempts, last_error: delivery.code };
      case 'failed': {
        const wait = waits[mail.attempts];
        if (wait === undefined) return { ...over, status: 'dead', attempts, last_error: delivery.code };
        const again = { status: 'queued', next_attempt_at: after(wait) } as const;
        return { ...again, attempts, last_error: delivery.code, updated_at: now };
      }
      case 'paused':
        // Not the mail's fault: the try does not count.
        return { status: 'queued', next_attempt_at: after(delivery.seconds * 1000), last_error: delivery.code };
      case 'held':
        return { status: 'held', updated_at: now };
    }
  }

  async function sendOne(mail: MailRow, locked_by: string): Promise<boolean> {
    const delivery = await trySending(mail);
    const result = resultOf(mail, delivery);
    await outbox.settle(mail.id, locked_by, result);
    if (result.status === 'dead') report('a mail was given up', `${mail.template} ${result.last_error}`);
    if (typeof delivery === 'string' || delivery.outcome !== 'paused') return true;

    pausedUntil = system.now().getTime() + delivery.seconds * 1000;
    await outbox.postpone(after(delivery.seconds * 1000));
    report('the mail provider takes nothing for now', delivery.code);
    return false;
  }

  return {
    /** Sends the mails whose turn has come, at most twenty; resolves to how many were settled. */
    deliver: async (): Promise<number> => {
      if (mailer.mode === 'off' || system.now().getTime() < pausedUntil) return 0;
      let settled = 0;
      for (const mail of await outbox.findDue(after(0), batch)) {
        // One after the other: a provider that refuses one must not be sent nineteen more.
        // oxlint-disable-next-line no-await-in-loop
        const locked_by = await claim(mail);
        if (locked_by === null) continue;
        // oxlint-disable-next-line no-await-in-loop
        if (!(await sendOne(mail, locked_by))) break;
        settled += 1;
      }
      return settled;
    },

    /** Once an installation can send, what waited for less than a day is queued; the rest has expired. */
    release: async (): Promise<number> => (mailer.mode === 'off' ? 0 : outbox.release(after(-day), after(0))),
  };
}
export type DeliveryService = ReturnType<typeof deliveryService>;
