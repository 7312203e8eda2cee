import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, put, putDay } from '../../../test/figures.ts';
import { given, paying } from '../../../test/paying.ts';
import { invited } from '../../../test/staff.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from './store.repository.ts';
import { Workspaces } from './workspace.repository.ts';

describe.each(engines)('What is known of a store ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const edit = (body: object, headers: object = {}) => api.patch('gerant-mode', '/stores/lyon', body, headers);

  it('is shown to its people with the business day there', async () => {
    for (const who of ['gerant-mode', 'marie', 'lea']) {
      expect(await api.get(who, '/stores/lyon')).toMatchObject({
        status: 200,
        headers: { etag: '"1"' },
        json: { id: 'lyon', name: 'lyon', status: 'open', active: true, today: '2025-12-15' },
      });
    }
    api.system.moveTo('2025-12-16T01:30:00.000Z');
    expect(await api.get('gerant-mode', '/stores/lyon')).toMatchObject({ json: { today: '2025-12-15' } });
    expect(await api.get('gerant-mode', '/stores/reunion')).toMatchObject({ json: { today: '2025-12-16' } });
    for (const who of ['paul', 'ines']) {
      expect(await api.get(who, '/stores/lyon')).toMatchObject({ status: 403, json: { code: 'STORE_FORBIDDEN' } });
    }
    const unknown = await api.get('gerant-sport', '/stores/nowhere');
    const foreign = await api.get('gerant-sport', '/stores/lyon');
    expect(foreign).toMatchObject({ status: 404, json: { code: 'NOT_FOUND', resource: 'store' } });
    expect({ ...Object(foreign.json), request_id: '' }).toEqual({ ...Object(unknown.json), request_id: '' });
  });

  it('changes as named; null clears', async () => {
    const reply = await edit({
      name: 'Lyon Bellecour',
      location: '69002 Lyon',
      address: '1 place Bellecour',
      phone: '04 78 00 00 00',
      email: 'Lyon@Shop.Example',
      opening_hours: '10 h – 19 h',
      description: 'Deux étages',
      timezone: 'Indian/Reunion',
      cutoff_hour: 6,
      opened_on: '2024-03-01',
      external_id: 'S-1',
      status: 'closed',
      active: false,
      workspace_id: 'sport',
    });
    expect(reply).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: {
        name: 'Lyon Bellecour',
        email: 'lyon@shop.example',
        timezone: 'Indian/Reunion',
        cutoff_hour: 6,
        opened_on: '2024-03-01',
        external_id: 'S-1',
        status: 'open',
        workspace_id: 'mode',
        rev: 2,
      },
    });
    expect(await api.database.of(Stores).get('lyon')).toMatchObject({
      name_lc: 'lyon bellecour',
      external_key: 'mode:S-1',
    });
    const [line] = await audited(api, 'store.edited');
    expect(line).toMatchObject({
      before: { cutoff_hour: 4, opened_on: null },
      after: { cutoff_hour: 6, opened_on: '2024-03-01', changed: expect.arrayContaining(['name', 'address', 'email']) },
    });
    expect(JSON.stringify(line)).not.toContain('Bellecour');
    expect(await edit({ phone: null, external_id: null, opened_on: null })).toMatchObject({
      json: { phone: null, external_id: null, opened_on: null, address: '1 place Bellecour' },
    });
    expect(await edit({ name: null })).toMatchObject({ status: 422 });
    expect(await edit({ timezone: 'Mars/Olympus' })).toMatchObject({
      json: { errors: [{ code: 'INVALID_TIME_ZONE' }] },
    });
  });

  it('goes back to what a new store begins with when a place, a zone or a cut-off hour is cleared', async () => {
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: { timezone: 'America/Martinique' } });
    await edit({ location: '69002 Lyon', timezone: 'Indian/Reunion', cutoff_hour: 6 });
    expect(await edit({ location: null, timezone: null, cutoff_hour: null })).toMatchObject({
      status: 200,
      json: { location: '', timezone: 'America/Martinique', cutoff_hour: 4 },
    });
  });

  it('has no till code when that is left empty', async () => {
    await edit({ external_id: 'S-1' });
    for (const external_id of ['', '  ']) {
      expect(await edit({ external_id })).toMatchObject({ status: 200, json: { external_id: null } });
    }
    // Two stores without a code do not share one.
    expect(await api.patch('gerant-mode', '/stores/paris', { external_id: '' })).toMatchObject({ status: 200 });
    expect(await api.database.of(Stores).get('lyon')).toMatchObject({ external_id: null, external_key: null });
    expect(await edit({ external_id: 'x'.repeat(65) })).toMatchObject({
      json: { errors: [{ path: 'external_id', code: 'TOO_LONG' }] },
    });
  });

  it('asks for something to change and keeps what changed in between', async () => {
    expect(await edit({ status: 'closed' })).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_UPDATE' } });
    expect(await edit({ cutoff_hour: 4 })).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    await edit({ cutoff_hour: 5 }, { 'if-match': '"1"' });
    expect(await edit({ cutoff_hour: 6 }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      json: { code: 'STALE_REVISION', current: { id: 'lyon', cutoff_hour: 5, rev: 2, active: true } },
    });
  });

  it('did not open after its first entry; visitors that were counted before do not matter', async () => {
    await putDay(api, dayRow({ date: '2025-05-02', nb_prospects: 10 }));
    await put(api, entryRow({ date: '2025-06-02' }));
    expect(await edit({ opened_on: '2025-06-03' })).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'opened_on', code: 'TOO_LARGE' }] },
    });
    expect(await edit({ opened_on: '2025-06-02' })).toMatchObject({ status: 200 });
  });

  it('names one of its managers first, invited or suspended ones too', async () => {
    const boss = await invited(api, { role: 'manager' });
    for (const manager_id of ['marie', boss.id, null]) {
      expect(await edit({ manager_id })).toMatchObject({ status: 200, json: { manager_id } });
    }
    for (const manager_id of ['paul', 'lea', 'nora', 'gerant-mode', 'nobody']) {
      expect(await edit({ manager_id })).toMatchObject({ status: 404, json: { resource: 'user' } });
    }
  });

  it('has a till code of its own within the chain', async () => {
    await edit({ external_id: 'S-1' });
    const second = await api.patch('gerant-mode', '/stores/paris', { external_id: 'S-1' });
    expect(second).toMatchObject({ status: 409, json: { code: 'EXTERNAL_ID_IN_USE' } });
    expect(await api.patch('gerant-sport', '/stores/nice', { external_id: 'S-1' })).toMatchObject({ status: 200 });
  });

  it('stays as it is once the store is closed, or the space can only be read', async () => {
    await api.post('gerant-mode', '/stores/lyon/close');
    expect(await edit({ cutoff_hour: 5 })).toMatchObject({ status: 409, json: { code: 'STORE_CLOSED' } });
    expect(await api.get('gerant-mode', '/stores/lyon')).toMatchObject({ status: 200 });
    const late = await testApp(engine, paying);
    await given(late, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    const refused = await late.patch('gerant-mode', '/stores/lyon', { cutoff_hour: 5 });
    expect(refused).toMatchObject({ status: 403, json: { code: 'TRIAL_EXPIRED' } });
    expect(await late.patch('gerant-mode', '/stores/nice', { cutoff_hour: 5 })).toMatchObject({ status: 404 });
    await late.close();
  });
});
