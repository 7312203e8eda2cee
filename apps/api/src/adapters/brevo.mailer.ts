import { z } from 'zod';
import type { Delivery, Mailer, OutgoingMail } from '../core/ports/mailer.ts';

interface Settings {
  readonly url: string;
  readonly key: string;
  readonly sender: { readonly email: string; readonly name: string };
  /** Where answers of people go, if anywhere. */
  readonly reply_to?: string | undefined;
  readonly timeout_ms?: number;
}

const Sent = z.object({ messageId: z.string() });
const Refused = z.object({ code: z.string().max(100) });

// As long as an operator takes to look at a wrong key or an empty account.
const operatorPause = 600;

/** Sends by Brevo's HTTP API. */
export function brevoMailer({ url, key, sender, reply_to, timeout_ms = 10_000 }: Settings): Mailer {
  const endpoint = `${url.replace(/\/+$/, '')}/v3/smtp/email`;

  const post = (mail: OutgoingMail): Promise<Response> =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'api-key': key, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        sender,
        to: [{ email: mail.to_email, name: mail.to_name }],
        ...(reply_to !== undefined && { replyTo: { email: reply_to } }),
        subject: mail.subject,
        htmlContent: mail.html,
        textContent: mail.text,
        tags: [mail.template],
        headers: { idempotencyKey: mail.id },
      }),
      signal: AbortSignal.timeout(timeout_ms),
    });

  return {
    mode: 'on',
    async send(mail) {
      try {
        return await outcomeOf(await post(mail));
      } catch (error) {
        return { outcome: 'failed', code: error instanceof Error ? error.name : 'UNKNOWN' };
      }
    },
  };
}

async function outcomeOf(response: Response): Promise<Delivery> {
  const { status, headers } = response;
  const body: unknown = await response.json().catch(() => null);
  const code = `${status}:${Refused.safeParse(body).data?.code ?? 'no_reason'}`;
  if (status >= 200 && status < 300) {
    return { outcome: 'sent', message_id: Sent.safeParse(body).data?.messageId ?? null };
  }
  if (status === 429) return { outcome: 'paused', code, seconds: waitOf(headers) };
  if ([401, 402, 403].includes(status)) return { outcome: 'paused', code, seconds: operatorPause };
  return status >= 400 && status < 500 ? { outcome: 'refused', code } : { outcome: 'failed', code };
}

function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('x-sib-ratelimit-reset') ?? headers.get('retry-after') ?? 60);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : 60;
}
