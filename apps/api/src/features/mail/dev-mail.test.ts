import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

describe.each(engines)('The mails of a development installation ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  afterAll(() => api.close());

  it('are readable by anyone, newest first, with links that work', async () => {
    const body = { name: 'Nina Petit', email: 'nina@new.example', role: 'seller', store_id: 'lyon' };
    await api.post('gerant-mode', '/gerant/invitations', body);
    api.system.moveTo('2025-12-15T18:01:00.000Z');
    await api.post(null, '/auth/forgot-password', { email: 'lea@shop.example' });
    await api.services.background.idle();

    const { status, json } = await api.get(null, '/dev/mails');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      next_cursor: null,
      items: [
        { template: 'password_reset', to_email: 'lea@shop.example', status: 'held', locale: 'fr' },
        {
          template: 'invitation_seller',
          to_email: 'nina@new.example',
          subject: 'Rejoignez lyon',
          created_at: '2025-12-15T18:00:00.000Z',
          links: [expect.stringMatching(/^http:\/\/localhost:8001\/invite#rpi_[\w-]{43}$/)],
        },
      ],
    });
    const [, invitation] = Object(json).items;
    const [, invitation_token] = invitation.links[0].split('#');
    expect(invitation.text).toContain(invitation_token);
    const accepted = await api.post(null, '/auth/register/invitation', { invitation_token, password: goodPassword });
    expect(accepted).toMatchObject({ status: 200, json: { user: { name: 'Nina Petit' } } });
  });
});

it('are unknown in production', async () => {
  const api = await testApp(undefined, {
    APP_ENV: 'production',
    LOG_LEVEL: 'silent',
    JWT_SECRET: 'b7b0c5d1-of-this-suite-0123456789-abcdef',
    FRONTEND_URL: 'https://app.shop.example',
  });
  expect(await api.get(null, '/dev/mails')).toMatchObject({
    status: 404,
    json: { code: 'NOT_FOUND', resource: 'route' },
  });
  await api.close();
});
