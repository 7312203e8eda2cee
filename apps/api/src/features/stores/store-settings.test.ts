import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

const path = '/stores/lyon/settings';

describe.each(engines)('How a store opens ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await given(api, null, { trial_end: '2025-12-28T08:00:00.000Z' });
  });
  afterEach(() => api.close());
  const edit = (who: string, body: object, headers: object = {}) => api.patch(who, path, body, headers);

  it('is Monday to Saturday, the till’s days closed by the system, until someone says otherwise', async () => {
    const reply = await api.get('marie', path);
    expect(reply).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(reply.json).toEqual({
      store_id: 'lyon',
      opening_days: [1, 2, 3, 4, 5, 6],
      auto_validate: true,
      rev: 1,
      updated_at: '2025-01-06T08:00:00.000Z',
      updated_by: null,
    });
  });

  it('changes by its managers and the owner', async () => {
    expect(await edit('marie', { opening_days: [7, 2, 6] })).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: { opening_days: [2, 6, 7], auto_validate: true, updated_by: 'marie' },
    });
    expect(await edit('gerant-mode', { auto_validate: false, opening_days: [] })).toMatchObject({
      json: { opening_days: [], auto_validate: false, updated_by: 'gerant-mode', rev: 3 },
    });
    expect(await audited(api, 'store.edited')).toMatchObject([
      { actor_id: 'marie', store_id: 'lyon', after: { opening_days: [2, 6, 7] } },
      { actor_id: 'gerant-mode', before: { auto_validate: true }, after: { auto_validate: false } },
    ]);
  });

  it('leaves automatic validation to the owner', async () => {
    const refused = { status: 403, json: { code: 'OWNER_ONLY_FIELD' } };
    expect(await edit('marie', { auto_validate: false })).toMatchObject(refused);
    expect(await edit('marie', { auto_validate: true, opening_days: [1] })).toMatchObject(refused);
    expect(await api.get('marie', path)).toMatchObject({ json: { opening_days: [1, 2, 3, 4, 5, 6], rev: 1 } });
  });

  it('refuses days that are none, and the same day twice', async () => {
    expect(await edit('marie', {})).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_UPDATE' } });
    const wrong = [
      [[0], 'TOO_SMALL'],
      [[8], 'TOO_LARGE'],
      [[1, 1], 'DUPLICATE_VALUE'],
      [[1.5], 'NOT_INTEGER'],
    ] as const;
    for (const [opening_days, code] of wrong) {
      expect(await edit('marie', { opening_days })).toMatchObject({ status: 422, json: { errors: [{ code }] } });
    }
    expect(await edit('marie', { opening_days: [6, 5, 4, 3, 2, 1] })).toMatchObject({ headers: { etag: '"1"' } });
  });

  it('keeps what changed in between', async () => {
    await edit('gerant-mode', { opening_days: [1] }, { 'if-match': '"1"' });
    expect(await edit('marie', { opening_days: [2] }, { 'if-match': '"1"' })).toMatchObject({
      status: 409,
      json: { code: 'STALE_REVISION', current: { store_id: 'lyon', opening_days: [1], rev: 2 } },
    });
  });

  it('is nobody’s affair elsewhere, and stays as it is once the trial is over', async () => {
    expect(await edit('paul', { opening_days: [1] })).toMatchObject({ status: 403, json: { code: 'STORE_FORBIDDEN' } });
    expect(await edit('gerant-sport', { opening_days: [1] })).toMatchObject({ status: 404 });
    expect(await edit('lea', { opening_days: [1] })).toMatchObject({ status: 403, json: { code: 'FORBIDDEN_ROLE' } });
    await given(api, null, { trial_end: '2025-12-01T08:00:00.000Z' });
    expect(await edit('marie', { opening_days: [1] })).toMatchObject({ status: 403, json: { code: 'TRIAL_EXPIRED' } });
    expect(await edit('gerant-sport', { opening_days: [1] })).toMatchObject({ status: 404 });
  });
});
