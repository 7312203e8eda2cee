import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited, mailed, textAt } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';
import { Invitations } from './invitation.repository.ts';
import { Users } from './user.repository.ts';

const path = '/gerant/invitations';
const seller = (name: string, more: object = {}) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@new.example`,
  role: 'seller',
  store_id: 'lyon',
  ...more,
});

describe.each(engines)('Inviting ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  afterAll(() => api.close());
  const invite = (body: object, headers: object = {}) => api.post('gerant-mode', path, body, headers);

  it('makes the person at once, with a place and an invitation for seven days', async () => {
    const reply = await invite(
      seller('Nina  Petit', { email: ' Nina@New.Example ', manager_id: 'marie', locale: 'en' }),
    );
    expect(reply).toMatchObject({
      status: 200,
      json: {
        invitation: {
          channel: 'email',
          email: 'nina@new.example',
          name: 'Nina Petit',
          role: 'seller',
          store_id: 'lyon',
          store_name: 'lyon',
          manager_id: 'marie',
          status: 'pending',
          mail: 'off',
          sent_count: 1,
          expires_at: '2025-12-22T18:00:00.000Z',
          accepted_at: null,
          cancelled_at: null,
        },
        user: {
          name: 'Nina Petit',
          email: 'nina@new.example',
          status: 'invited',
          role: 'seller',
          locale: 'en',
          gerant_id: 'gerant-mode',
          store_id: 'lyon',
          store_ids: ['lyon'],
          manager_id: 'marie',
          last_login_at: null,
        },
        invitation_url: expect.stringMatching(/^http:\/\/localhost:8001\/invite#rpi_[\w-]{43}$/),
        entitlement: { state: 'off', reserved_seats: 1, used_seats: 4 },
      },
    });
    const id = textAt(reply, 'user.id');
    expect(await api.records.users.get(id)).toMatchObject({
      email: null,
      invited_email: 'nina@new.example',
      password_hash: null,
      reserved_until: '2025-12-22T18:00:00.000Z',
      created_by: 'gerant-mode',
      origin: 'invitation',
    });
    const token = textAt(reply, 'invitation_url').split('#')[1] ?? '';
    const stored = JSON.stringify([
      await api.database.of(Invitations).find({}),
      await mailed(api, 'invitation_seller'),
    ]);
    expect(stored).not.toContain(token);
    expect(await mailed(api, 'invitation_seller')).toMatchObject([
      {
        to_email: 'nina@new.example',
        locale: 'en',
        status: 'held',
        dedupe_key: `invitation:${textAt(reply, 'invitation.id')}:1`,
        variables: { inviter_name: 'gerant-mode', company_name: 'mode', store_name: 'lyon', manager_name: 'marie' },
      },
    ]);
    expect(await audited(api, 'invitation.created')).toMatchObject([{ actor_id: 'gerant-mode', store_id: 'lyon' }]);
  });

  it('gives a link instead of a mail, to be shown or printed', async () => {
    const reply = await invite({ name: 'Sans Adresse', role: 'manager', store_id: 'paris', channel: 'link' });
    expect(reply).toMatchObject({
      json: {
        invitation: { channel: 'link', email: null, role: 'manager', mail: 'off' },
        user: { email: null, manager_id: null },
        invitation_url: expect.stringContaining('/invite#rpi_'),
      },
    });
    expect(await mailed(api, 'invitation_manager')).toEqual([]);
  });

  it('keeps the address of someone who gets a link, and mails nothing', async () => {
    const noted = seller('Linked', { channel: 'link', email: 'Linked@New.Example' });
    const reply = await invite(noted);
    const person = { email: 'linked@new.example' };
    expect(reply).toMatchObject({
      json: { invitation: { channel: 'link', ...person, mail: 'off' }, user: person },
    });
    expect(await api.records.users.get(textAt(reply, 'user.id'))).toMatchObject({
      email: null,
      invited_email: 'linked@new.example',
    });
    expect((await mailed(api, 'invitation_seller')).filter(({ to_email }) => to_email === person.email)).toEqual([]);
    for (const channel of ['link', 'email']) {
      expect(await invite({ ...noted, channel })).toMatchObject({
        status: 409,
        json: { code: 'INVITATION_ALREADY_PENDING', invitation_id: textAt(reply, 'invitation.id') },
      });
    }
    expect(await invite(seller('Taken', { channel: 'link', email: 'sam@shop.example' }))).toMatchObject({
      status: 409,
      json: { code: 'EMAIL_IN_USE' },
    });
  });

  it.each([
    [{ role: 'gerant' }, 'role', 'INVALID_ENUM'],
    [{ role: 'super_admin' }, 'role', 'INVALID_ENUM'],
    [{ email: undefined }, 'email', 'REQUIRED'],
    [{ email: null }, 'email', 'REQUIRED'],
    [{ email: 'nowhere' }, 'email', 'INVALID_EMAIL'],
    [{ name: '' }, 'name', 'REQUIRED'],
    [{ store_id: undefined }, 'store_id', 'REQUIRED'],
    [{ channel: 'pigeon' }, 'channel', 'INVALID_ENUM'],
  ])('names the field to blame in %j', async (more, at, code) =>
    expect(await invite(seller('Someone', more))).toMatchObject({
      status: 422,
      json: { code: 'VALIDATION', errors: [{ path: at, code }] },
    }),
  );

  it.each([
    ['an unknown store', { store_id: 'nowhere' }, 'store'],
    ['a store of another chain', { store_id: 'nice' }, 'store'],
    ['an unknown manager', { manager_id: 'nobody' }, 'user'],
    ['a manager of another chain', { manager_id: 'nora' }, 'user'],
    ['a manager of another store', { manager_id: 'paul' }, 'user'],
    ['a colleague who is no manager', { manager_id: 'tom' }, 'user'],
    ['an unknown manager beside a manager', { role: 'manager', manager_id: 'nobody' }, 'user'],
  ])('does not find %s', async (_, more, resource) =>
    expect(await invite(seller('Lost', more))).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource } }),
  );

  it('gives a manager no coach, whoever is named', async () => {
    const reply = await invite(seller('Chief', { role: 'manager', manager_id: 'marie' }));
    expect(reply).toMatchObject({
      status: 200,
      json: { invitation: { manager_id: null }, user: { manager_id: null } },
    });
  });

  it.each(['suspended', 'closed'] as const)('is not for a %s store', async (status) => {
    await api.database.of(Stores).update({ id: 'reunion' }, { set: { status } });
    const reply = await invite(seller('Late', { store_id: 'reunion' }));
    expect(reply).toMatchObject({ status: 409, json: { code: 'STORE_NOT_OPEN' } });
    await api.database.of(Stores).update({ id: 'reunion' }, { set: { status: 'open' } });
  });

  it('is not for someone who has an account, here or elsewhere', async () => {
    for (const email of ['lea@shop.example', 'SAM@shop.example', 'admin@shop.example']) {
      expect(await invite(seller('Taken', { email }))).toMatchObject({ status: 409, json: { code: 'EMAIL_IN_USE' } });
    }
  });

  it('waits for an answer before it invites an address again; two chains may each invite it', async () => {
    const first = await invite(seller('Twice'));
    expect(await invite(seller('Twice', { role: 'manager' }))).toMatchObject({
      status: 409,
      json: { code: 'INVITATION_ALREADY_PENDING', invitation_id: textAt(first, 'invitation.id') },
    });
    const elsewhere = await api.post('gerant-sport', path, seller('Twice', { store_id: 'nice' }));
    expect(elsewhere).toMatchObject({ status: 200 });
  });

  it('tells the second of two simultaneous invitations of an address of the first', async () => {
    const replies = await Promise.all(Array.from({ length: 4 }, () => invite(seller('Race'))));
    const [won, ...others] = replies.toSorted((one, two) => one.status - two.status);
    const known = { code: 'INVITATION_ALREADY_PENDING', invitation_id: won && textAt(won, 'invitation.id') };
    for (const reply of others) expect(reply).toMatchObject({ status: 409, json: known });
    expect(await api.database.of(Users).count({ invited_email: 'race@new.example' })).toBe(1);
  });

  it('may be repeated once it has expired', async () => {
    const first = await invite(seller('Slow'));
    api.system.moveTo('2025-12-22T18:00:00.000Z');
    expect(await invite(seller('Slow'))).toMatchObject({ status: 200, json: { invitation: { status: 'pending' } } });
    expect(await api.records.invitations.get(textAt(first, 'invitation.id'))).toMatchObject({ status: 'expired' });
    api.system.moveTo('2025-12-15T18:00:00.000Z');
  });

  it('answers a repeat with what was done, but never shows the link twice', async () => {
    const headers = { 'idempotency-key': 'invitation-1' };
    const first = await invite(seller('Once'), headers);
    const second = await invite(seller('Once'), headers);
    expect(second).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } });
    expect(second.json).toEqual({ ...Object(first.json), invitation_url: null });
    expect(await api.database.of(Users).count({ invited_email: 'once@new.example' })).toBe(1);
  });

  it.each(['lea', 'marie', 'admin'])('is not for %s to do', async (who) =>
    expect(await api.post(who, path, {})).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } }),
  );
});
