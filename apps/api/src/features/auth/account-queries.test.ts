import { describe, expect, it } from 'vitest';
import { givePassword, goodPassword, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { testApp } from '../../../test/test-app.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';

describe.each(engines)('The questions of accounts ($name)', (engine) => {
  it('all use an index, and telling a person who she is takes ten at most', async () => {
    const queries: ObservedQuery[] = [];
    const open = async () => observed(await engine.open(), (query) => queries.push(query));
    const api = await testApp({ ...engine, open });
    await givePassword(api, 'lea');
    const session = { email: 'lea@shop.example', password: goodPassword };
    await api.get('lea', '/auth/me');

    queries.length = 0;
    await api.get('lea', '/auth/me');
    // Session, person and space; then what the page shows.
    expect(queries.length).toBeLessThanOrEqual(10);
    const signedIn = await api.post(null, '/auth/login', session, { 'x-client': 'api' });
    await api.post(null, '/auth/login', { ...session, password: 'a wrong one' });
    await api.post(null, '/auth/refresh', { refresh_token: textAt(signedIn, 'refresh_token') });
    await api.post(null, '/auth/logout', { refresh_token: textAt(signedIn, 'refresh_token') });
    await api.post(null, '/auth/register', { ...session, name: 'Camille', email: 'camille@new.example' });
    for (const role of ['manager', 'seller']) {
      const body = { name: 'Guest', email: `${role}@new.example`, role, store_id: 'lyon' };
      const invited = await api.post('gerant-mode', '/gerant/invitations', body);
      const [, invitation_token] = textAt(invited, 'invitation_url').split('#');
      const accepted = { invitation_token, password: goodPassword };
      expect(await api.post(null, '/auth/register/invitation', accepted)).toMatchObject({ status: 200 });
    }
    await api.post(null, '/auth/forgot-password', { email: 'lea@shop.example' });
    await api.services.background.idle();
    const token = await api.services.accounts.forgot.issueToken('lea@shop.example', {
      request_id: 'r',
      ip_prefix: null,
    });
    const reset = { token, new_password: 'quatre poires mûres' };
    expect(await api.post(null, '/auth/reset-password', reset)).toMatchObject({ status: 200 });
    await api.patch('lea', '/auth/me', { name: 'Léa' });
    await api.get('lea', '/auth/sessions');
    await api.remove('lea', '/auth/sessions/nowhere');
    await api.post('lea', '/auth/logout-all');
    const passwords = { current_password: reset.new_password, new_password: goodPassword };
    const again = await api.post(null, '/auth/login', { ...session, password: reset.new_password });
    const bearer = { authorization: `Bearer ${textAt(again, 'token')}` };
    expect(await api.post(null, '/auth/change-password', passwords, bearer)).toMatchObject({ status: 200 });
    const late = await api.services.accounts.forgot.issueToken('lea@shop.example', {
      request_id: 'r',
      ip_prefix: null,
    });
    expect(await api.post(null, '/auth/reset-password/verify', { token: late })).toMatchObject({ status: 200 });
    const guest = { name: 'Guest', email: 'guest@new.example', role: 'seller', store_id: 'lyon', manager_id: 'marie' };
    const [, invitation_token] = textAt(
      await api.post('gerant-mode', '/gerant/invitations', guest),
      'invitation_url',
    ).split('#');
    expect(await api.post(null, '/auth/invitations/verify', { invitation_token })).toMatchObject({ status: 200 });
    await api.get(null, '/dev/mails');
    await api.records.users.anyAdmin();
    await api.records.outbox.findDue('2025-12-15T18:00:00.000Z', 20);
    await api.records.outbox.postpone('2025-12-15T18:10:00.000Z');
    await api.records.outbox.release('2025-12-14T18:00:00.000Z', '2025-12-15T18:00:00.000Z');
    await expectIndexed(queries);
    await api.close();
  });
});
