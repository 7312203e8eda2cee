import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mailer, OutgoingMail } from '../core/ports/mailer.ts';
import { brevoMailer } from './brevo.mailer.ts';

const mail: OutgoingMail = {
  id: 'mail-1',
  template: 'invitation_seller',
  to_email: 'nina@new.example',
  to_name: 'Nina Petit',
  subject: 'Rejoignez Lyon',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
};

const silence = () => undefined;

interface Received {
  readonly url: string | undefined;
  readonly key: string | string[] | undefined;
  readonly body: unknown;
}

describe('Brevo', () => {
  const received: Received[] = [];
  let answer: (response: ServerResponse) => void = silence;
  const server = createServer((request, response) => void take(request, response));
  let mailer: Mailer;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await request.toArray();
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
    received.push({ url: request.url, key: request.headers['api-key'], body });
    answer(response);
  }
  const says = (status: number, body: object | string, headers: Readonly<Record<string, string>> = {}) => {
    answer = (response) => {
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const sender = { email: 'bonjour@retail-performer.example', name: 'Retail Performer' };
    mailer = brevoMailer({
      url: `http://127.0.0.1:${port}/`,
      key: 'xkeysib-test',
      sender,
      reply_to: 'aide@retail-performer.example',
      timeout_ms: 200,
    });
  });
  beforeEach(() => received.splice(0));
  afterAll(() => server.close());

  it('is given the mail in both formats, once however often it is tried', async () => {
    says(201, { messageId: '<1@brevo>' });
    expect(await mailer.send(mail)).toEqual({ outcome: 'sent', message_id: '<1@brevo>' });
    expect(received).toEqual([
      {
        url: '/v3/smtp/email',
        key: 'xkeysib-test',
        body: {
          sender: { email: 'bonjour@retail-performer.example', name: 'Retail Performer' },
          to: [{ email: 'nina@new.example', name: 'Nina Petit' }],
          replyTo: { email: 'aide@retail-performer.example' },
          subject: 'Rejoignez Lyon',
          htmlContent: '<p>Bonjour</p>',
          textContent: 'Bonjour',
          tags: ['invitation_seller'],
          headers: { idempotencyKey: 'mail-1' },
        },
      },
    ]);
  });

  it.each([
    [
      'a refused address',
      400,
      { code: 'invalid_parameter' },
      {},
      { outcome: 'refused', code: '400:invalid_parameter' },
    ],
    ['a wrong key', 401, { code: 'unauthorized' }, {}, { outcome: 'paused', code: '401:unauthorized', seconds: 600 }],
    ['an empty account', 402, 'not json', {}, { outcome: 'paused', code: '402:no_reason', seconds: 600 }],
    ['a forbidden address', 403, {}, {}, { outcome: 'paused', code: '403:no_reason', seconds: 600 }],
    [
      'a full minute',
      429,
      {},
      { 'x-sib-ratelimit-reset': '17' },
      { outcome: 'paused', code: '429:no_reason', seconds: 17 },
    ],
    ['an unclear wait', 429, {}, { 'retry-after': 'later' }, { outcome: 'paused', code: '429:no_reason', seconds: 60 }],
    ['a bad day', 500, 'oops', {}, { outcome: 'failed', code: '500:no_reason' }],
  ])('may answer with %s', async (_, status, body, headers, delivery) => {
    says(status, body, headers);
    expect(await mailer.send(mail)).toEqual(delivery);
  });

  it('may be silent, or away', async () => {
    answer = silence;
    expect(await mailer.send(mail)).toEqual({ outcome: 'failed', code: 'TimeoutError' });
    const nowhere = brevoMailer({ url: 'http://127.0.0.1:1', key: 'k', sender: { email: 'a@b.c', name: 'A' } });
    expect(await nowhere.send(mail)).toMatchObject({ outcome: 'failed' });
  });
});
