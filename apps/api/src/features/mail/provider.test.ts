import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

describe.each(engines)('An installation that can send mails ($name)', (engine) => {
  const sent: { readonly textContent: string }[] = [];
  const provider = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      sent.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(201).end('{"messageId":"<1@brevo>"}');
    });
  });
  let api: TestApp;
  beforeAll(async () => {
    await new Promise<void>((resolve) => void provider.listen(0, '127.0.0.1', resolve));
    api = await testApp(engine, {
      BREVO_API_KEY: 'xkeysib-test',
      BREVO_API_URL: `http://127.0.0.1:${portOf(provider.address())}`,
      SENDER_EMAIL: 'bonjour@retail-performer.example',
      SENDER_NAME: 'Retail Performer',
    });
  });
  afterAll(async () => {
    await api.close();
    provider.close();
  });

  it('shows the link of an invitation to nobody but the reader of the mail, whose address it proves', async () => {
    const body = { name: 'Nina Petit', email: 'nina@new.example', role: 'seller', store_id: 'lyon' };
    const reply = await api.post('gerant-mode', '/gerant/invitations', body);
    expect(reply).toMatchObject({ status: 200, json: { invitation: { mail: 'queued' }, invitation_url: null } });
    expect(JSON.stringify(reply.json)).not.toContain('rpi_');
    expect(await api.services.delivery.deliver()).toBe(1);

    const [mail] = sent;
    const [, invitation_token] = /#(rpi_[\w-]{43})/.exec(mail?.textContent ?? '') ?? [];
    const accepted = await api.post(null, '/auth/register/invitation', { invitation_token, password: goodPassword });
    expect(accepted).toMatchObject({ status: 200, json: { user: { features: { mail: 'on' } } } });
    const person = await api.records.users.get(textAt(accepted, 'user.id'));
    expect(person).toMatchObject({ email_verified_at: '2025-12-15T18:00:00.000Z' });
  });

  it('shows the owner a link that he asks for', async () => {
    const body = { name: 'Nils', role: 'seller', store_id: 'lyon', channel: 'link' };
    const reply = await api.post('gerant-mode', '/gerant/invitations', body);
    expect(reply).toMatchObject({
      json: { invitation: { mail: 'off' }, invitation_url: expect.stringContaining('/invite#rpi_') },
    });
    expect(await api.services.delivery.deliver()).toBe(0);
  });

  it('sends nothing to whoever was suspended before the mail left', async () => {
    await api.post(null, '/auth/forgot-password', { email: 'tom@shop.example' });
    await api.services.background.idle();
    await api.records.users.note('tom', { status: 'suspended' });
    const before = sent.length;
    await api.services.delivery.deliver();
    expect(sent).toHaveLength(before);
    const mails = await api.get(null, '/dev/mails');
    expect(mails.json).toMatchObject({ items: [{ to_email: 'tom@shop.example', status: 'suppressed' }, {}] });
  });
});

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
