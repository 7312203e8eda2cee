import type { MailRow } from '@retail-performer/domain/mail';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { fixedSystem, type TestApp, testApp } from '../../../test/test-app.ts';
import type { Delivery, OutgoingMail } from '../../core/ports/mailer.ts';
import { secretBox } from '../../core/security/secret-box.ts';
import { unitOf } from '../../core/unit.ts';
import { recordsAt } from '../../records.ts';
import { deliveryService } from './delivery.service.ts';
import { linksAt } from './links.ts';
import { mailQueueService } from './mail-queue.service.ts';
import { MailOutbox } from './outbox.repository.ts';

const start = Date.parse('2025-12-15T18:00:00.000Z');
const later = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

describe.each(engines)('Sending mails ($name)', (engine) => {
  let api: TestApp;
  let sent: OutgoingMail[];
  let gone: Set<string>;
  let reported: string[];
  let answer: (mail: OutgoingMail) => Delivery;
  beforeEach(async () => {
    api = await testApp(engine);
    sent = [];
    gone = new Set();
    reported = [];
    answer = () => ({ outcome: 'sent', message_id: '<1>' });
  });
  afterEach(() => api.close());

  function sender(mode: 'on' | 'off' = 'on') {
    const { system, database } = api;
    const data = unitOf(database, (at) => recordsAt(at, system));
    const box = secretBox('the secret of this suite', 'mail', fixedSystem());
    const settings = { links: linksAt('https://app.shop.example/'), support_email: null };
    const delivery = deliveryService({
      data,
      system,
      box,
      settings,
      mailer: {
        mode,
        async send(mail) {
          sent.push(mail);
          return answer(mail);
        },
      },
      mayReceive: async (user_id) => !gone.has(user_id),
      report: (what, code) => void reported.push(`${what}: ${code}`),
    });
    const queue = mailQueueService({ mode, box, system });
    const write = (key: string, more: object = {}) =>
      data.change((at) =>
        queue.add(at, {
          template: 'password_reset',
          locale: 'fr',
          to_email: `${key}@shop.example`,
          to_name: 'Léa Roux',
          variables: { ttl_minutes: 30 },
          token: `token-${key}`,
          dedupe_key: key,
          workspace_id: 'mode',
          user_id: key,
          is_demo: false,
          ...more,
        }),
      );
    return { ...delivery, write };
  }
  const stored = async (dedupe_key: string): Promise<MailRow | null> =>
    api.database.of(MailOutbox).findOne({ dedupe_key });

  it('sends what waits with its link, and forgets the secret', async () => {
    const { write, deliver } = sender();
    await write('lea');
    expect(await stored('lea')).toMatchObject({ status: 'queued', secret_enc: expect.any(String) });
    expect(await deliver()).toBe(1);
    expect(sent).toMatchObject([
      {
        to_email: 'lea@shop.example',
        subject: 'Nouveau mot de passe',
        text: expect.stringContaining('https://app.shop.example/reset-password#token-lea'),
        html: expect.stringContaining('href="https://app.shop.example/reset-password#token-lea"'),
      },
    ]);
    expect(await stored('lea')).toMatchObject({
      status: 'sent',
      secret_enc: null,
      attempts: 1,
      provider_message_id: '<1>',
      locked_by: null,
      sent_at: later(0),
    });
    expect(await deliver()).toBe(0);
  });

  it('is done once by several senders at the same time', async () => {
    const { write } = sender();
    for (const key of ['a', 'b', 'c', 'd', 'e']) await write(key);
    await Promise.all([sender(), sender(), sender()].map((each) => each.deliver()));
    expect(sent).toHaveLength(5);
    expect(new Set(sent.map(({ to_email }) => to_email[0]))).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
  });

  it('takes over from a sender who died after two minutes', async () => {
    const { write, deliver } = sender();
    await write('lea');
    const row = await stored('lea');
    const held = { status: 'sending', locked_by: 'dead', locked_until: later(2), next_attempt_at: later(2) } as const;
    if (row !== null) await api.records.outbox.claim(row, held);
    expect(await deliver()).toBe(0);
    api.system.moveTo(later(2));
    expect(await deliver()).toBe(1);
  });

  it('tries again with growing patience, then gives the mail up', async () => {
    const { write, deliver } = sender();
    answer = () => ({ outcome: 'failed', code: '500:no_reason' });
    await write('lea');
    let minutes = 0;
    for (const wait of [1, 5, 15, 60, 180, 360, 720]) {
      api.system.moveTo(later(minutes));
      expect(await deliver()).toBe(1);
      expect(await stored('lea')).toMatchObject({ status: 'queued', next_attempt_at: later(minutes + wait) });
      api.system.moveTo(later(minutes + wait - 0.1));
      expect(await deliver()).toBe(0);
      minutes += wait;
    }
    api.system.moveTo(later(minutes));
    await deliver();
    expect(await stored('lea')).toMatchObject({ status: 'dead', attempts: 8, secret_enc: null });
    expect(reported).toEqual(['a mail was given up: password_reset 500:no_reason']);
  });

  it('gives a refused mail up at once, and goes on with the others', async () => {
    const { write, deliver } = sender();
    answer = ({ to_email }) =>
      to_email.startsWith('bad') ? { outcome: 'refused', code: '400:invalid' } : { outcome: 'sent', message_id: null };
    for (const key of ['bad', 'good']) await write(key);
    expect(await deliver()).toBe(2);
    expect(await stored('bad')).toMatchObject({ status: 'dead', last_error: '400:invalid', secret_enc: null });
    expect(await stored('good')).toMatchObject({ status: 'sent' });
  });

  it('pauses for everyone when the provider takes nothing, without counting the try', async () => {
    const [one, other] = [sender(), sender()];
    for (const key of ['a', 'b', 'c']) await one.write(key);
    answer = () => ({ outcome: 'paused', code: '401:unauthorized', seconds: 600 });
    expect(await one.deliver()).toBe(0);
    expect(await other.deliver()).toBe(0);
    expect(sent).toHaveLength(1);
    expect(await stored('a')).toMatchObject({ status: 'queued', attempts: 0 });
    answer = () => ({ outcome: 'sent', message_id: null });
    api.system.moveTo(later(10));
    expect(await other.deliver()).toBe(3);
  });

  it('never happens too late, nor to people who are gone, nor out of a demonstration', async () => {
    const { write, deliver } = sender();
    await write('late', { not_after: later(5) });
    await write('suspended');
    await write('shown', { is_demo: true });
    gone.add('suspended');
    api.system.moveTo(later(5));
    await deliver();
    expect(sent).toEqual([]);
    expect(await stored('late')).toMatchObject({ status: 'expired', secret_enc: null });
    expect(await stored('suspended')).toMatchObject({ status: 'suppressed', secret_enc: null });
    expect(await stored('shown')).toMatchObject({ status: 'suppressed', secret_enc: null });
  });

  it('holds mails without a provider, and releases those of the last day once there is one', async () => {
    const off = sender('off');
    await off.write('old');
    api.system.moveTo(later(60));
    await off.write('new');
    expect(await off.deliver()).toBe(0);
    expect(await stored('new')).toMatchObject({ status: 'held' });
    api.system.moveTo(later(24 * 60 + 30));
    expect(await off.release()).toBe(0);
    const on = sender();
    expect(await on.release()).toBe(1);
    expect(await on.deliver()).toBe(1);
    expect(await stored('old')).toMatchObject({ status: 'expired', secret_enc: null });
    expect(sent.map(({ to_email }) => to_email)).toEqual(['new@shop.example']);
  });

  it('writes one mail for one cause', async () => {
    const { write } = sender();
    await write('lea');
    await expect(write('lea')).rejects.toThrow('dedupe_key');
  });
});
