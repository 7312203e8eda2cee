import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Workspaces } from './workspace.repository.ts';

const path = '/gerant/workspace';

describe.each(engines)('The owner’s space ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await given(api, sub({ seats: 6 }));
  });
  afterEach(() => api.close());
  const edit = (body: object, headers: object = {}) => api.patch('gerant-mode', path, body, headers);

  it('is shown with what it may do', async () => {
    const reply = await api.get('gerant-mode', path);
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(reply.json).toEqual({
      id: 'mode',
      name: 'mode',
      gerant_id: 'gerant-mode',
      timezone: 'Europe/Paris',
      locale: 'fr',
      currency: 'EUR',
      settings: { ranking_enabled: false },
      rev: 1,
      created_at: '2025-01-06T08:00:00.000Z',
      updated_at: '2025-01-06T08:00:00.000Z',
      entitlement: expect.objectContaining({ state: 'active', seats: 6, used_seats: 4, remaining_seats: 2 }),
    });
  });

  it('changes as named', async () => {
    expect(await edit({ name: 'Mode SA', locale: 'en', settings: { ranking_enabled: true } })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: { name: 'Mode SA', locale: 'en', timezone: 'Europe/Paris', settings: { ranking_enabled: true }, rev: 2 },
    });
    expect(await api.database.of(Workspaces).get('mode')).toMatchObject({ name_lc: 'mode sa' });
    expect(await audited(api, 'workspace.settings_changed')).toMatchObject([
      {
        before: { locale: 'fr', settings: { ranking_enabled: false } },
        after: { locale: 'en', settings: { ranking_enabled: true }, changed: ['name'] },
      },
    ]);
    await edit({ name: 'Mode' });
    expect(await audited(api, 'workspace.renamed')).toMatchObject([
      { entity_id: 'mode', after: { changed: ['name'] } },
    ]);
    expect(await api.get('lea', '/auth/me')).toMatchObject({ json: { features: { ranking: true } } });
  });

  it('gives its time zone to new stores and moves no old one', async () => {
    await edit({ timezone: 'Indian/Reunion' });
    expect(await api.post('gerant-mode', '/stores', { name: 'Saint-Paul' })).toMatchObject({
      json: { timezone: 'Indian/Reunion' },
    });
    expect(await api.get('gerant-mode', '/stores/lyon')).toMatchObject({ json: { timezone: 'Europe/Paris', rev: 1 } });
  });

  it('asks for something to change', async () => {
    for (const body of [{}, { settings: {} }, { currency: 'USD', status: 'deleted', gerant_id: 'lea' }]) {
      expect(await edit(body)).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_UPDATE' } });
    }
    expect(await edit({ name: 'mode', settings: { ranking_enabled: false } })).toMatchObject({
      headers: { etag: '"1"' },
    });
    for (const body of [{ timezone: 'Paris' }, { locale: 'de' }, { name: '' }, { settings: { ranking_enabled: 1 } }]) {
      expect(await edit(body)).toMatchObject({ status: 422, json: { code: 'VALIDATION' } });
    }
  });

  it('keeps what changed in between', async () => {
    await edit({ name: 'Mode SA' }, { 'if-match': '"1"' });
    expect(await edit({ name: 'Mode SARL' }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      json: { code: 'STALE_REVISION', current: { name: 'Mode SA', rev: 2, entitlement: { used_seats: 4 } } },
    });
    expect(await edit({ name: 'Mode SARL' })).toMatchObject({ status: 200 });
  });

  it('can be read, not changed, once the trial is over', async () => {
    await given(api, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    expect(await api.get('gerant-mode', path)).toMatchObject({ json: { entitlement: { read_only: true } } });
    expect(await edit({ name: 'Mode SA' })).toMatchObject({ status: 403, json: { code: 'TRIAL_EXPIRED' } });
    expect(await api.get('marie', path)).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
  });
});
