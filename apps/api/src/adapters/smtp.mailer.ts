import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Delivery, Mailer } from '../core/ports/mailer.ts';

interface Settings {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string;
  readonly sender: { readonly email: string; readonly name: string };
  /** Where answers of people go, if anywhere. */
  readonly reply_to?: string | undefined;
  readonly timeout_ms?: number;
}

const Failure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
});

// As long as an operator takes to look at a wrong password.
const operatorPause = 600;

/** Sends by an ordinary mail server. */
export function smtpMailer({ url, sender, reply_to, timeout_ms = 10_000 }: Settings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeout_ms,
    greetingTimeout: timeout_ms,
    socketTimeout: timeout_ms,
  });

  return {
    mode: 'on',
    async send(mail) {
      try {
        const sent = await transport.sendMail({
          from: { address: sender.email, name: sender.name },
          to: { address: mail.to_email, name: mail.to_name },
          ...(reply_to !== undefined && { replyTo: reply_to }),
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          // A second try of one mail looks like the same mail to whoever sorts them.
          messageId: `<${mail.id}@${sender.email.split('@')[1]}>`,
        });
        return { outcome: 'sent', message_id: sent.messageId };
      } catch (error) {
        return deliveryOf(error);
      }
    },
  };
}

function deliveryOf(error: unknown): Delivery {
  const { code = 'UNKNOWN', responseCode = 0, command } = Failure.safeParse(error).data ?? {};
  const told = `${responseCode}:${code}`;
  // Without an answer the server is away; 4xx is for now.
  const refused = responseCode >= 500;
  const ours = code === 'EAUTH' || code === 'ENOAUTH' || (refused && !aboutMail.has(command ?? ''));
  if (ours) return { outcome: 'paused', code: told, seconds: operatorPause };
  return { outcome: refused ? 'refused' : 'failed', code: told };
}

// A server that refuses at these steps refuses this mail; at any other it refuses us, and every mail alike.
const aboutMail: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);
