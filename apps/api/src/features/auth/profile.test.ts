import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audited, statusesOf } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

describe.each(engines)('One’s own profile ($name)', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
  });
  afterAll(() => api.close());

  const edit = (who: string, body: unknown, headers: object = {}) => api.patch(who, '/auth/me', body, headers);

  it.each(['lea', 'marie', 'gerant-mode', 'admin'])('is changed by %s himself, and shown at once', async (who) => {
    const reply = await edit(who, { name: '  Léa Durand ', phone: '06 12 34 56 78', locale: 'en' });
    const changed = { id: who, name: 'Léa Durand', phone: '06 12 34 56 78', locale: 'en', rev: 2 };
    expect(reply).toMatchObject({ status: 200, json: changed, headers: { etag: '"2"' } });
    expect((await api.get(who, '/auth/me')).json).toEqual(reply.json);
    expect(await api.records.users.get(who)).toMatchObject({ ...changed, name_lc: 'léa durand' });
  });

  it('keeps what is not named; null clears the phone', async () => {
    await edit('tom', { phone: '0612' });
    expect(await edit('tom', { phone: null })).toMatchObject({ status: 200, json: { name: 'tom', phone: null } });
    expect(await edit('tom', { name: 'Tom' })).toMatchObject({ json: { name: 'Tom', locale: 'fr' } });
  });

  it('changes no address, role, store or company, whoever asks', async () => {
    const stray = {
      email: 'x@y.example',
      role: 'gerant',
      store_id: 'paris',
      workspace_id: 'sport',
      is_demo: true,
      status: 'x',
    };
    expect(await edit('ines', stray)).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_UPDATE' } });
    expect(await edit('ines', {})).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_UPDATE' } });
    const before = await api.records.users.get('ines');
    expect(await edit('ines', { ...stray, name: 'Inès' })).toMatchObject({ status: 200 });
    expect(await api.records.users.get('ines')).toEqual({
      ...before,
      name: 'Inès',
      name_lc: 'inès',
      rev: 2,
      updated_at: '2025-12-15T18:00:00.000Z',
    });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ name: null }, 'name'],
    [{ phone: 'call me' }, 'phone'],
    [{ phone: '1'.repeat(31) }, 'phone'],
    [{ locale: 'de' }, 'locale'],
  ])('refuses %j', async (body, path) =>
    expect(await edit('zoe', body)).toMatchObject({ status: 422, json: { errors: [{ path }] } }),
  );

  it('is replaced only as it was seen, by whoever says how he saw it', async () => {
    const first = await edit('paul', { name: 'Paul Vidal' }, { 'if-match': '"1"' });
    expect(first).toMatchObject({ status: 200, json: { rev: 2 } });
    const stale = await edit('paul', { name: 'Paul V.' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 409, json: { code: 'STALE_REVISION', current: first.json } });
    expect(await edit('paul', { name: 'Paul V.' }, { 'if-match': '"wrong' })).toMatchObject({ status: 409 });
    expect(await edit('paul', { name: 'Paul V.' })).toMatchObject({ status: 200, json: { rev: 3 } });
  });

  it('of two changes at once that saw the same lets one through', async () => {
    const names = ['Nora A', 'Nora B', 'Nora C'];
    const replies = await Promise.all(names.map((name) => edit('nora', { name }, { 'if-match': '"1"' })));
    expect(statusesOf(replies)).toEqual([200, 409, 409]);
    expect(await api.records.users.get('nora')).toMatchObject({ rev: 2 });
  });

  it('is not written again when it already says so, and is audited without its words', async () => {
    await edit('sam', { name: 'Sam Petit', locale: 'en' });
    expect(await edit('sam', { name: 'Sam Petit', locale: 'en' })).toMatchObject({ status: 200, json: { rev: 2 } });
    const lines = (await audited(api, 'auth.profile_edited')).filter(({ entity_id }) => entity_id === 'sam');
    expect(lines).toMatchObject([
      { actor_id: 'sam', workspace_id: 'sport', before: { locale: 'fr' }, after: { locale: 'en', changed: ['name'] } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Petit');
  });
});
