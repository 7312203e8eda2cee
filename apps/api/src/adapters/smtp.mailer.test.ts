import { createServer, type Server } from 'node:net';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mailer, OutgoingMail } from '../core/ports/mailer.ts';
import { smtpMailer } from './smtp.mailer.ts';

const mail: OutgoingMail = {
  id: 'mail-1',
  template: 'password_reset',
  to_email: 'lea@shop.example',
  to_name: 'Léa Roux',
  subject: 'Nouveau mot de passe',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
};
const sender = { email: 'bonjour@retail-performer.example', name: 'Retail Performer' };

const refusals: Readonly<Record<string, number>> = { 'unknown@shop.example': 550, 'busy@shop.example': 451 };

describe('A mail server', () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    onMailFrom: ({ address: from }: SMTPServerAddress, _session, done) =>
      done(from.startsWith('stranger') ? Object.assign(new Error('not yours'), { responseCode: 550 }) : null),
    onRcptTo: ({ address }: SMTPServerAddress, _session, done) => {
      const responseCode = refusals[address];
      done(responseCode === undefined ? null : Object.assign(new Error('no'), { responseCode }));
    },
    onData: (stream, _session, done) => {
      void stream.toArray().then((chunks) => {
        const text = Buffer.concat(chunks).toString();
        const status = /Subject: .*?(\d{3})/.exec(text)?.[1];
        if (status !== undefined) return done(Object.assign(new Error('no'), { responseCode: Number(status) }));
        received.push(text);
        done();
      });
    },
  });
  let address: string;
  let mailer: Mailer;
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const at = server.server.address();
    address = `127.0.0.1:${typeof at === 'object' ? at?.port : 0}`;
    mailer = smtpMailer({ url: `smtp://${address}`, sender, reply_to: 'aide@retail-performer.example' });
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  it('is given the mail in both formats', async () => {
    const message_id = '<mail-1@retail-performer.example>';
    expect(await mailer.send(mail)).toEqual({ outcome: 'sent', message_id });
    const [text = ''] = received;
    for (const part of [
      'From: Retail Performer <bonjour@retail-performer.example>',
      'Reply-To: aide@retail-performer.example',
      'Subject: Nouveau mot de passe',
      `Message-ID: ${message_id}`,
      'Content-Type: text/plain',
      'Content-Type: text/html',
      '<p>Bonjour</p>',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each([
    ['unknown@shop.example', { outcome: 'refused', code: '550:EENVELOPE' }],
    ['busy@shop.example', { outcome: 'failed', code: '451:EENVELOPE' }],
  ])('may not take a mail to %s', async (to_email, delivery) =>
    expect(await mailer.send({ ...mail, to_email })).toEqual(delivery),
  );

  it.each([
    [554, { outcome: 'refused', code: '554:EMESSAGE' }],
    [451, { outcome: 'failed', code: '451:EMESSAGE' }],
  ])('may look at a mail and answer %i', async (status, delivery) =>
    expect(await mailer.send({ ...mail, subject: `Answer ${status}` })).toEqual(delivery),
  );

  it('may refuse our password, or our own address: then no mail is to blame', async () => {
    const wrong = smtpMailer({ url: `smtp://me:wrong@${address}`, sender });
    expect(await wrong.send(mail)).toMatchObject({ outcome: 'paused', seconds: 600 });
    const stranger = smtpMailer({ url: `smtp://${address}`, sender: { ...sender, email: 'stranger@shop.example' } });
    expect(await stranger.send(mail)).toMatchObject({ outcome: 'paused', code: '550:EENVELOPE' });
  });

  it('may be away', async () => {
    const away = smtpMailer({ url: 'smtp://127.0.0.1:1', sender });
    expect(await away.send(mail)).toMatchObject({ outcome: 'failed' });
  });

  it.each([
    ['says nothing', null, { outcome: 'failed', code: '0:ETIMEDOUT' }],
    ['wants nobody', '554 no service\r\n', { outcome: 'paused' }],
    ['is busy', '421 later\r\n', { outcome: 'failed' }],
  ])('may be one that %s', async (_, greeting, delivery) => {
    await using silent = await listening(greeting);
    const patient = smtpMailer({ url: `smtp://127.0.0.1:${silent.port}`, sender, timeout_ms: 200 });
    expect(await patient.send(mail)).toMatchObject(delivery);
  });
});

/** A server that greets, or not, and then says nothing more. */
async function listening(greeting: string | null) {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (greeting !== null) socket.write(greeting);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  return {
    port: typeof at === 'object' ? at?.port : 0,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
