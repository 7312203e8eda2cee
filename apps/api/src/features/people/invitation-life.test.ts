import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited, mailed, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { hire, invited, sentLongAgo, staff } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';
import { Users } from './user.repository.ts';

const lapsed = '2025-12-22T18:00:00.000Z';

describe.each(engines)('Invitations that were sent ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await given(api, sub({ seats: 6 }));
  });
  afterEach(() => api.close());
  const list = (query = '') => api.get('gerant-mode', `/gerant/invitations?${query}`);
  const accept = (invitation_token: string, email = 'ana@new.example') =>
    api.post(null, '/auth/register/invitation', { invitation_token, email, password: 'sept cerises mûres' });

  it('are listed newest first, with the state of this instant', async () => {
    const first = await invited(api, { name: 'One' });
    const second = await invited(api, { name: 'Two', role: 'manager', store_id: 'paris' });
    await accept(second.token);
    api.system.moveTo('2025-12-20T08:00:00.000Z');
    const third = await staff(api).invite({ name: 'Three', email: 'three@new.example', store_id: 'lyon' });
    api.system.moveTo(lapsed);
    const ids = [textAt(third, 'invitation.id'), second.invitation_id, first.invitation_id];
    const reply = await list();
    expect(reply).toMatchObject({
      json: {
        items: [
          { id: ids[0], name: 'Three', status: 'pending', mail: 'off', channel: 'email', email: 'three@new.example' },
          { id: ids[1], name: 'Two', status: 'accepted', store_name: 'paris', mail: 'off', channel: 'link' },
          { id: ids[2], name: 'One', status: 'expired', email: null },
        ],
        next_cursor: null,
      },
    });
    expect(JSON.stringify(reply.json)).not.toMatch(/rpi_|token/);
    const found = async (query: string) => Object((await list(query)).json).items.map(({ id }: { id: string }) => id);
    expect(await found('status=pending')).toEqual([ids[0]]);
    expect(await found('status=expired')).toEqual([ids[2]]);
    expect(await found('status=accepted')).toEqual([ids[1]]);
    expect(await found('status=cancelled')).toEqual([]);
    expect(await found('store_id=paris')).toEqual([ids[1]]);
    expect(await found('store_id=nice')).toEqual([]);
    const page = Object((await list('limit=2')).json);
    expect(page.items).toHaveLength(2);
    expect(await found(`limit=2&cursor=${page.next_cursor}`)).toEqual([ids[2]]);
    expect(await list(`status=pending&cursor=${page.next_cursor}`)).toMatchObject({ status: 422 });
    expect(await api.get('gerant-sport', '/gerant/invitations')).toMatchObject({ json: { items: [] } });
  });

  it('are sent again with a new link and seven new days; the former link is dead', async () => {
    const { id, invitation_id, token } = await invited(api);
    api.system.moveTo('2025-12-16T18:00:00.000Z');
    const reply = await staff(api).resend(invitation_id);
    expect(reply).toMatchObject({
      status: 200,
      json: {
        invitation: { status: 'pending', sent_count: 2, expires_at: '2025-12-23T18:00:00.000Z' },
        user: { id, status: 'invited' },
        invitation_url: expect.stringMatching(/#rpi_[\w-]{43}$/),
        entitlement: { reserved_seats: 1 },
      },
    });
    expect(await accept(token)).toMatchObject({ json: { code: 'INVITATION_INVALID' } });
    const again = textAt(reply, 'invitation_url').split('#')[1] ?? '';
    api.system.moveTo('2025-12-23T17:59:00.000Z');
    expect(await accept(again)).toMatchObject({ status: 200 });
    expect(await audited(api, 'invitation.resent')).toMatchObject([{ entity_id: invitation_id }]);
  });

  it('write a new mail and keep the former one from leaving', async () => {
    const sent = await staff(api).invite({ email: 'ana@new.example', store_id: 'lyon', manager_id: 'marie' });
    api.system.moveTo('2025-12-15T18:10:00.000Z');
    await staff(api).resend(textAt(sent, 'invitation.id'));
    expect(await mailed(api, 'invitation_seller')).toMatchObject([
      { status: 'expired', secret_enc: null },
      { status: 'held', to_email: 'ana@new.example', variables: { manager_name: 'marie' } },
    ]);
  });

  it('wait ten minutes between two sendings, and leave six times', async () => {
    const { invitation_id } = await invited(api);
    api.system.moveTo('2025-12-15T18:09:59.001Z');
    expect(await staff(api).resend(invitation_id)).toMatchObject({
      status: 429,
      json: { code: 'RATE_LIMITED', retry_after: 1 },
      headers: { 'retry-after': '1' },
    });
    for (let sending = 2; sending <= 6; sending += 1) {
      await sentLongAgo(api, invitation_id);
      expect(await staff(api).resend(invitation_id)).toMatchObject({ json: { invitation: { sent_count: sending } } });
    }
    await sentLongAgo(api, invitation_id);
    expect(await staff(api).resend(invitation_id)).toMatchObject({
      status: 429,
      json: { detail: 'Cette invitation a déjà été envoyée 6 fois. Annulez-la et invitez à nouveau.' },
      headers: { 'retry-after': '86400' },
    });
  });

  it('are checked again once they have lapsed', async () => {
    const { id, invitation_id } = await invited(api);
    const mail = await staff(api).invite({ name: 'Bo', email: 'bo@new.example', role: 'manager', store_id: 'lyon' });
    api.system.moveTo(lapsed);
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } });
    expect(await staff(api).resend(invitation_id)).toMatchObject({ status: 409, json: { code: 'STORE_NOT_OPEN' } });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'open' } });
    await given(api, sub({ seats: 4 }));
    expect(await staff(api).resend(invitation_id)).toMatchObject({ status: 409, json: { code: 'SEAT_LIMIT_REACHED' } });
    await given(api, sub({ seats: 5 }));
    expect(await staff(api).resend(invitation_id)).toMatchObject({
      status: 200,
      json: { entitlement: { remaining_seats: 0 } },
    });
    expect(await api.database.of(Users).get(id)).toMatchObject({ reserved_until: '2025-12-29T18:00:00.000Z' });

    const again = await staff(api).invite({ name: 'Bo', email: 'bo@new.example', role: 'manager', store_id: 'paris' });
    expect(again).toMatchObject({ status: 200 });
    expect(await staff(api).resend(textAt(mail, 'invitation.id'))).toMatchObject({
      status: 409,
      json: { code: 'INVITATION_ALREADY_PENDING', invitation_id: textAt(again, 'invitation.id') },
    });
    await hire(api, 'bo', 'manager', { store_id: 'paris', email: 'bo@new.example' });
    expect(await staff(api).resend(textAt(mail, 'invitation.id'))).toMatchObject({ json: { code: 'EMAIL_IN_USE' } });
  });
});
