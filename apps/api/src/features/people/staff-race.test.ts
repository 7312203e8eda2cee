import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statusesOf } from '../../../test/accounts.ts';
import { brokenRules } from '../../../test/chain-rules.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { hire, invited, placesOf, sentLongAgo, staff } from '../../../test/staff.ts';
import { type Reply, type TestApp, testApp } from '../../../test/test-app.ts';
import { KpiEntries } from '../kpis/kpi.collections.ts';
import { Invitations } from './invitation.repository.ts';
import { Users } from './user.repository.ts';

const codeOf = ({ status, json }: Reply) => (status === 200 ? '200' : String(Object(json).code));

describe.each(engines)('Commands about people that meet on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await given(api, sub({ seats: 5 }));
    // Sessions first, so that only the commands race.
    await Promise.all(['gerant-mode', 'lea', 'marie'].map((who) => api.get(who, '/auth/me')));
  });
  afterEach(async () => {
    const broken = await brokenRules(api, 5);
    await api.close();
    if (broken.length > 0) throw new Error(broken.join(', '));
  });

  it('let one of two reactivations have the last seat', async () => {
    for (const id of ['a', 'b', 'c']) await hire(api, id, 'seller', { store_id: 'lyon', status: 'suspended' });
    const replies = await Promise.all(['a', 'b', 'c'].map((id) => staff(api).reactivate(id)));
    expect(statusesOf(replies)).toEqual([200, 409, 409]);
    expect(replies.map(codeOf).toSorted()).toEqual(['200', 'SEAT_LIMIT_REACHED', 'SEAT_LIMIT_REACHED']);
  });

  it('let one of a reactivation, a second sending and an invitation have the last seat', async () => {
    const { invitation_id } = await invited(api);
    const lapsed = { expires_at: '2025-12-15T17:00:00.000Z' };
    await api.database.of(Invitations).update({ id: invitation_id }, { set: lapsed });
    await api.database.of(Users).update({ status: 'invited' }, { set: { reserved_until: lapsed.expires_at } });
    await sentLongAgo(api, invitation_id);
    await hire(api, 'a', 'seller', { store_id: 'lyon', status: 'suspended' });
    const replies = await Promise.all([
      staff(api).reactivate('a'),
      staff(api).resend(invitation_id),
      staff(api).invite({ channel: 'link', store_id: 'lyon' }),
    ]);
    expect(replies.map(codeOf).toSorted()).toEqual(['200', 'SEAT_LIMIT_REACHED', 'SEAT_LIMIT_REACHED']);
  });

  it('make one move of two alike, and an order of two that differ', async () => {
    const alike = await Promise.all([1, 2].map(() => staff(api).transfer('lea', { store_id: 'paris' })));
    expect(statusesOf(alike)).toEqual([200, 409]);
    const both = await Promise.all(['lyon', 'reunion'].map((store_id) => staff(api).transfer('lea', { store_id })));
    expect(statusesOf(both)).toEqual([200, 200]);
    expect(await placesOf(api, 'lea')).toHaveLength(2);
  });

  it('leave nobody invited to a store that closes meanwhile', async () => {
    const [closing, ...invitations] = await Promise.all([
      staff(api).close('reunion'),
      staff(api).invite({ channel: 'link', role: 'manager', store_id: 'reunion' }),
      staff(api).invite({ channel: 'link', role: 'manager', store_id: 'reunion' }),
    ]);
    expect(closing.status).toBe(200);
    for (const reply of invitations) expect(['200', 'STORE_NOT_OPEN']).toContain(codeOf(reply));
    expect(await api.database.of(Invitations).count({ status: 'pending' })).toBe(0);
  });

  it('leave nobody active in a store that closes meanwhile', async () => {
    const { token } = await invited(api, { role: 'manager', store_id: 'reunion' });
    await hire(api, 'a', 'manager', { store_id: 'reunion', status: 'suspended' });
    const body = { invitation_token: token, email: 'ana@new.example', password: 'sept cerises mûres' };
    const replies = await Promise.all([
      api.post(null, '/auth/register/invitation', body),
      staff(api).close('reunion'),
      staff(api).reactivate('a'),
      staff(api).transfer('tom', { store_id: 'reunion' }),
    ]);
    expect(replies[1]?.status).toBe(200);
    expect(['200', 'INVITATION_CANCELLED', 'STORE_CLOSED']).toContain(replies[0] && codeOf(replies[0]));
    expect(await api.database.of(Users).count({ store_id: 'reunion', status: { $in: ['active', 'invited'] } })).toBe(0);
  });

  it('let a seller finish what he is writing, and nothing after', async () => {
    const save = (ca_journalier: number) =>
      api.post('lea', '/kpi/seller/entry', { date: '2025-12-15', ca_journalier, nb_ventes: 1 });
    const [first, suspension, second] = await Promise.all([save(100), staff(api).suspend('lea'), save(200)]);
    expect(suspension.status).toBe(200);
    const saved = [first, second].filter(({ status }) => status === 200).length;
    for (const reply of [first, second]) expect(['200', 'SESSION_REVOKED']).toContain(codeOf(reply));
    expect(await save(300)).toMatchObject({ status: 401 });
    const entries = await api.database.of(KpiEntries).find({});
    expect(entries.map(({ rev }) => rev)).toEqual(saved === 0 ? [] : [saved]);
  });

  it('cancel once, delete once, and never what was accepted', async () => {
    const { id, invitation_id, token } = await invited(api);
    const body = { invitation_token: token, email: 'ana@new.example', password: 'sept cerises mûres' };
    const [accepted, cancelled, again] = await Promise.all([
      api.post(null, '/auth/register/invitation', body),
      staff(api).cancel(invitation_id),
      staff(api).cancel(invitation_id),
    ]);
    const won = [accepted, cancelled, again].filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    const person = await api.database.of(Users).get(id);
    expect(person?.status ?? 'gone').toBe(accepted.status === 200 ? 'active' : 'gone');
    const deletions = await Promise.all([1, 2, 3].map(() => staff(api).remove('tom')));
    expect(statusesOf(deletions)).toEqual([200, 404, 404]);
  });

  it('send an invitation once of two at once', async () => {
    const { invitation_id } = await invited(api);
    await sentLongAgo(api, invitation_id);
    const replies = await Promise.all([1, 2].map(() => staff(api).resend(invitation_id)));
    expect(statusesOf(replies)).toEqual([200, 429]);
  });
});
