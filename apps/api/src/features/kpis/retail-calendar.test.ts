import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

describe.each(engines)('the retail calendar on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { location: '57000 Metz' } });
  });
  afterAll(() => api.close());

  const day = async (who: string, date: string, headers = {}) => {
    const { status, json } = await api.get(who, `/calendar?p=${date}`, headers);
    expect(status).toBe(200);
    return Object(json).days[0];
  };

  it('names the paired day and says why, in the language of the reader', async () => {
    expect(await day('gerant-mode', '2026-01-13')).toMatchObject({
      weekday: 2,
      week: '2026-W03',
      event: 'soldes_hiver',
      open: null,
      paired: {
        date: '2025-01-14',
        reason: 'soldes_hiver',
        text: 'mar. 13/01 ↔ mar. 14/01/2025, même jour des soldes d’hiver',
      },
    });
    const english = await day('gerant-mode', '2026-05-14', { 'accept-language': 'en' });
    expect(english).toMatchObject({ holiday: { key: 'ascension', name: 'Ascension Day' } });
    expect(english.paired.text).toContain('Ascension Day');
  });

  it('is that of the place of the store: zones, school holidays and opening days', async () => {
    expect(await day('marie', '2025-12-26')).toMatchObject({
      holiday: { key: 'saint_etienne', name: 'Saint-Étienne' },
      school_holiday: 'noel',
      open: true,
    });
    expect(await day('marie', '2025-12-28')).toMatchObject({ open: false });
    expect(await day('paul', '2025-12-26')).toMatchObject({ holiday: null });
    const { json } = await api.get('marie', '/calendar?p=2026-01');
    expect(json).toMatchObject({
      store_id: 'lyon',
      holiday_zone: 'alsace_moselle',
      soldes_zone: 'lorraine',
      sales_periods: [{ key: 'soldes_hiver', start: '2026-01-02', end: '2026-01-29' }],
    });
  });

  it('means by today the day of the chain where no store is named', async () => {
    const zone = (timezone: string) => api.database.of(Workspaces).update({ id: 'mode' }, { set: { timezone } });
    await zone('Pacific/Auckland');
    const today = { period: { p: '2025-12-16' }, store_id: null };
    expect(await api.get('gerant-mode', '/calendar?p=today')).toMatchObject({ status: 200, json: today });
    expect(await api.get('marie', '/calendar?p=today')).toMatchObject({ json: { period: { p: '2025-12-15' } } });
    expect(await api.get('admin', '/calendar?p=today')).toMatchObject({ json: { period: { p: '2025-12-15' } } });
    await zone('Europe/Paris');
  });

  it('reads three years at once, and every year there is', async () => {
    const { json } = await api.get('marie', '/calendar?p=2023-01-01..2025-12-31');
    expect(Object(json).days).toHaveLength(1096);
    expect(Object(json).sales_periods.filter(({ key }: { key: string }) => key === 'soldes_hiver')).toHaveLength(3);
    for (const p of ['2000', '2001-06', '9999', '9999-W52'])
      expect(await api.get('marie', `/calendar?p=${p}`)).toMatchObject({ status: 200 });
  });

  it('stays within the stores of the caller and within 1 097 days', async () => {
    expect(await api.get('marie', '/calendar?store_id=paris')).toMatchObject({
      status: 403,
      json: { code: 'STORE_FORBIDDEN' },
    });
    expect(await api.get('marie', '/calendar?store_id=nice')).toMatchObject({
      status: 404,
      json: { resource: 'store' },
    });
    expect(await api.get('marie', '/calendar?p=2023-01-01..2026-01-02')).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'query.p', code: 'RANGE_TOO_WIDE' }] },
    });
    expect(await api.get('marie', `/calendar?p=${'x'.repeat(41)}`)).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'query.p', code: 'INVALID_PERIOD' }] },
    });
    expect(await api.get('admin', '/calendar?p=2025-12')).toMatchObject({ status: 200, json: { store_id: null } });
  });
});
