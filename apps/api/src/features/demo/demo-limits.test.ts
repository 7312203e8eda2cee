import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { visit, type Visitor } from '../../../test/visitor.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';
import { removeWorkspace } from '../../workspace-removal.ts';
import { MailOutbox } from '../mail/outbox.repository.ts';

const start = '2025-12-15T18:00:00.000Z';
// A model and a provider that nobody answers for: whoever asked them would fail.
const vendors = {
  OPENAI_API_KEY: 'sk-test',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  BREVO_API_KEY: 'key',
  SENDER_EMAIL: 'hello@shop.example',
  SENDER_NAME: 'Retail Performer',
};

describe.each(engines)('From a demonstration ($name)', { timeout: 30_000 }, (engine) => {
  let api: TestApp;
  let owner: Visitor;
  let watching = false;
  const queries: ObservedQuery[] = [];
  const dump = async () => {
    watching = false;
    const rows = await dumpOf(api, ['rate_limits']);
    watching = true;
    return rows;
  };
  beforeAll(async () => {
    api = await testApp(
      {
        ...engine,
        open: async () =>
          observed(await engine.open(), (query) => {
            if (watching) queries.push(query);
          }),
      },
      vendors,
    );
    watching = true;
    owner = await visit(api, 'gerant');
  });
  afterAll(() => api.close());

  it.each([
    ['POST', '/integrations/api-keys', { name: 'Caisse' }],
    ['POST', '/integrations/api-keys', { name: 'Caisse', store_ids: ['nowhere'] }],
    ['GET', '/integrations/api-keys', undefined],
    ['PATCH', '/integrations/api-keys/nowhere', { name: 'Caisse' }],
    ['DELETE', '/integrations/api-keys/nowhere', undefined],
    ['POST', '/integrations/api-keys/nowhere/rotate', {}],
    ['GET', '/gerant/export?p=2025-11&group=day&format=csv', undefined],
    ['POST', '/auth/change-password', { current_password: goodPassword, new_password: 'sept cerises mûres' }],
  ] as const)('nobody may call %s %s', async (method, path, payload) => {
    const reply = await api.app.inject({
      method,
      url: `/api${path}`,
      headers: owner.headers,
      ...(payload && { payload }),
    });
    expect([reply.statusCode, Object(reply.json()).code]).toEqual([409, 'DEMO_NOT_AVAILABLE']);
  });

  it('no mail leaves, whatever is done in it, and links are shown instead', async () => {
    const invited = await owner.post('/gerant/invitations', {
      name: 'Ana Petit',
      email: 'ana@new.example',
      role: 'seller',
      store_id: owner.stores[0],
    });
    expect(invited).toMatchObject({ status: 200, json: { invitation_url: expect.stringContaining('#rpi_') } });
    const emma = await owner.become('seller');
    await owner.post(`/gerant/staff/${emma.visit.user.id}/suspend`);
    await owner.post(`/gerant/staff/${emma.visit.user.id}/reactivate`);
    const mails = await api.database.of(MailOutbox).find({ workspace_id: owner.workspace_id });
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) expect(mail).toMatchObject({ status: 'suppressed', secret_enc: null });
    expect(await api.records.outbox.findDue('2025-12-16T18:00:00.000Z', 20)).toEqual([]);
  });

  it('no model is asked: the coach writes by rules', async () => {
    const emma = await owner.become('seller');
    expect(emma.visit.user.features.ai).toBe('rules');
    for (const path of ['/ai/daily-challenge', '/ai/seller-bilan']) {
      const reply = await emma.post(path);
      expect(reply).toMatchObject({ status: 200, json: { generated_by: 'rules', fallback_reason: 'asked' } });
    }
  });

  it('billing shows that nothing is to be paid, and every write is allowed', async () => {
    expect(await owner.get('/gerant/subscription/status')).toMatchObject({
      status: 200,
      json: { has_subscription: false, read_only: false, subscription: null },
    });
    expect(await owner.post('/stores', { name: 'Chambéry' })).toMatchObject({ status: 200 });
  });

  it('nobody signs in by a password, nor is sent a new one', async () => {
    const login = await api.post(null, '/auth/login', { email: 'emma@maison-roux.example', password: goodPassword });
    expect(login).toMatchObject({ status: 401, json: { code: 'INVALID_CREDENTIALS' } });
  });

  it('nothing is left once its time is over', async () => {
    await api.services.background.idle();
    const before = await dump();
    const guests = await visit(api, 'gerant');
    await guests.post('/onboarding/complete');
    const emma = await guests.become('seller');
    await emma.post('/kpi/seller/entry', { date: '2025-12-15', ca_journalier: 100, nb_ventes: 1 });
    await emma.post('/ai/daily-challenge');
    await guests.post('/stores', { name: 'Chambéry' });
    const guest = { name: 'Ana', email: 'ana.b@new.example', role: 'manager', store_id: guests.stores[1] };
    await guests.post('/gerant/invitations', guest);
    await api.services.background.idle();
    const during = await dump();
    expect(during.length).toBeGreaterThan(before.length + 5000);

    await removeWorkspace(api, guests.workspace_id, { keepAudit: false });
    expect(await dump()).toEqual(before);
    expect(await guests.get('/auth/me')).toMatchObject({ status: 401, json: { code: 'SESSION_REVOKED' } });
    expect(await api.records.workspaces.countLiveDemos(start)).toBeGreaterThan(0);
  });

  it('no question reads a whole collection', async () => {
    expect(queries.length).toBeGreaterThan(100);
    await expectIndexed(queries);
  });
});
