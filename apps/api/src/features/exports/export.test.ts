import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { exportOf, linesOf, sheetOf } from '../../../test/exported.ts';
import { dayRow, entryRow, ofTheTill, put, putDay } from '../../../test/figures.ts';
import { given } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Users } from '../people/user.repository.ts';
import { Stores } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const typed = { by: 'seller', id: 'lea', at: '2025-12-15T08:00:00.000Z' } as const;

describe.each(engines)('an export on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    await put(
      api,
      entryRow({ nb_prospects: 0, nb_ventes_with_prospects: 0, comment: 'Belle journée ; pluie' }),
      entryRow({ seller_id: 'tom', nb_prospects: 0, field_sources: { nb_prospects: typed } }),
    );
    await put(api, entryRow({ seller_id: 'ines', store_id: 'paris', date: '2025-12-02', ...ofTheTill }));
    await putDay(api, dayRow({ nb_prospects: 50 }));
  });
  afterEach(() => api.close());

  const text = async (who: string, path: string, headers = {}) =>
    (await exportOf(api, who, path, headers)).bytes.toString();

  it('is a CSV file for French spreadsheets, named after its store and period', async () => {
    const { status, headers, bytes } = await exportOf(api, 'marie', '/stores/lyon/export?p=2025-12');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="lyon 2025-12.csv"; filename*=UTF-8''lyon%202025-12.csv`,
    );
    expect(bytes.toString()).toBe(
      '\uFEFFDate;Chiffre d’affaires (€);Ventes;Articles;Entrées;Panier moyen (€);Indice de vente;Taux de transformation (%);Saisies\r\n' +
        '2025-12-15;1800,00;18;24;50;100,00;1,33;36,00;2\r\n',
    );
  });

  it('speaks English where the reader does', async () => {
    const csv = await text('gerant-mode', '/gerant/export?p=2025-12&group=month', { 'accept-language': 'en' });
    expect(csv).toBe(
      '\uFEFFMonth,Start,End,Store,Turnover (€),Sales,Items,Footfall,Average basket (€),Items per sale,Conversion (%),Entries\r\n' +
        '2025-12,2025-12-01,2025-12-15,lyon,1800.00,18,24,50,100.00,1.33,36.00,2\r\n' +
        '2025-12,2025-12-01,2025-12-15,paris,900.00,9,12,30,100.00,1.33,30.00,1\r\n',
    );
  });

  it('tells what nobody gave from zero, who typed, and what was said', async () => {
    expect(await text('marie', '/stores/lyon/export?p=2025-12&group=entry')).toBe(
      '\uFEFFDate;Vendeur;Chiffre d’affaires (€);Ventes;Articles;Entrées;Panier moyen (€);Indice de vente;Taux de transformation (%);Source;Commentaire\r\n' +
        '2025-12-15;lea;900,00;9;12;;100,00;1,33;;saisie;"Belle journée ; pluie"\r\n' +
        '2025-12-15;tom;900,00;9;12;0;100,00;1,33;;saisie;\r\n',
    );
    expect(await text('gerant-mode', '/stores/paris/export?p=2025-12&group=entry')).toContain(';caisse;');
  });

  it('is a sheet with typed cells', async () => {
    const reply = await exportOf(api, 'marie', '/stores/lyon/export?p=2025-12&format=xlsx');
    expect(reply.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': expect.stringContaining('lyon 2025-12.xlsx'),
    });
    expect(await sheetOf(reply)).toEqual([
      [
        'Date',
        'Chiffre d’affaires',
        'Ventes',
        'Articles',
        'Entrées',
        'Panier moyen',
        'Indice de vente',
        'Taux de transformation',
        'Saisies',
      ],
      [new Date('2025-12-15T00:00:00Z'), 1800, 18, 24, 50, 100, 1.33, 0.36, 2],
    ]);
  });

  it('never holds a formula, whatever people call themselves', async () => {
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', 'a;b"c'];
    for (const [place, name] of names.entries()) {
      await api.database.of(Users).update({ id: 'lea' }, { set: { name } });
      const [line] = linesOf(await exportOf(api, 'marie', '/stores/lyon/export?p=2025-12&group=seller'));
      expect(line?.['Vendeur']).toBe(place < 6 ? `'${name}` : name);
    }
    await api.database.of(Users).update({ id: 'lea' }, { set: { name: '=HYPERLINK("http://x")' } });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { name: '=1+1' } });
    const sheet = await exportOf(api, 'gerant-mode', '/gerant/export?p=2025-12&group=seller&format=xlsx');
    expect((await sheetOf(sheet)).map(([seller, store]) => [seller, store])).toContainEqual([
      '=HYPERLINK("http://x")',
      '=1+1',
    ]);
  });

  it('names its file safely', async () => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { name: 'Été "Nord"/東京\\..' } });
    const { headers } = await exportOf(api, 'marie', '/stores/lyon/export?p=2025-12-15');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Ete Nord - .. 2025-12-15.csv"; filename*=UTF-8''%C3%89t%C3%A9%20Nord%20%E6%9D%B1%E4%BA%AC%20..%202025-12-15.csv`,
    );
  });

  it('keeps the past of people and stores that are gone', async () => {
    await api.database.of(Users).update({ id: 'ines' }, { set: { status: 'deleted' } });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'closed' } });
    const lines = linesOf(await exportOf(api, 'gerant-mode', '/gerant/export?p=2025-12&group=seller'));
    expect(lines.map(({ Vendeur, Magasin, Saisies }) => [Vendeur, Magasin, Saisies])).toEqual([
      ['lea', 'lyon', '1'],
      ['tom', 'lyon', '1'],
      ['ines', 'paris', '1'],
    ]);
  });

  it('tells sellers their own days, in whichever store they were', async () => {
    await put(api, entryRow({ date: '2025-12-01', store_id: 'paris' }));
    const days = linesOf(await exportOf(api, 'lea', '/me/export?p=2025-12'));
    expect(days.map(({ Date: date, Magasin }) => [date, Magasin])).toEqual([
      ['2025-12-01', 'paris'],
      ['2025-12-15', 'lyon'],
    ]);
    const months = linesOf(await exportOf(api, 'lea', '/me/export?p=2025-12&group=month'));
    expect(months.map(({ Magasin, Ventes, Saisies }) => [Magasin, Ventes, Saisies])).toEqual([
      ['paris', '9', '1'],
      ['lyon', '9', '1'],
    ]);
    expect(await text('lea', '/me/export?p=2025-12&group=entry')).toContain('Belle journée');
    await api.database.of(Users).update({ id: 'lea' }, { set: { store_id: null, store_ids: [] } });
    const { headers, bytes } = await exportOf(api, 'lea', '/me/export');
    expect(headers['content-disposition']).toContain('Mes chiffres 2025-12.csv');
    expect(bytes.toString()).not.toContain('tom');
  });

  it('is only a head where there are no figures', async () => {
    for (const path of [
      '/stores/reunion/export',
      '/gerant/export?p=2020',
      '/stores/lyon/export?group=seller&p=2030-01',
      '/gerant/export?group=entry&p=2020',
    ]) {
      const reply = await exportOf(api, 'gerant-mode', path);
      expect([reply.status, linesOf(reply)]).toEqual([200, []]);
    }
    expect(await sheetOf(await exportOf(api, 'gerant-mode', '/gerant/export?p=2020&format=xlsx'))).toHaveLength(1);
  });

  it.each([
    ['marie', '/stores/lyon/export?p=never', 'query.p INVALID_PERIOD'],
    ['marie', `/stores/lyon/export?p=${'x'.repeat(41)}`, 'query.p INVALID_PERIOD'],
    ['marie', '/stores/lyon/export?p=2025-12-02..2025-12-01', 'query.p INVALID_RANGE'],
    ['gerant-mode', '/gerant/export?p=2000-01-01..2025-12-01', 'query.p RANGE_TOO_WIDE'],
    ['gerant-mode', '/gerant/export?group=weekday', 'query.group INVALID_ENUM'],
    ['lea', '/me/export?group=seller', 'query.group INVALID_ENUM'],
    ['lea', '/me/export?format=pdf', 'query.format INVALID_ENUM'],
  ])('is refused for %s at %s', async (who, path, fault) => {
    const { status, json } = await exportOf(api, who, path);
    expect(status).toBe(422);
    expect(Object(json).errors.map((error: { path: string; code: string }) => `${error.path} ${error.code}`)).toEqual([
      fault,
    ]);
  });

  it('is for those who may see the figures', async () => {
    const outcome = async (who: string, path: string) => {
      const { status, json } = await exportOf(api, who, path);
      return `${status} ${Object(json).code}`;
    };
    expect(await outcome('marie', '/stores/paris/export')).toBe('403 STORE_FORBIDDEN');
    expect(await outcome('marie', '/stores/nice/export')).toBe('404 NOT_FOUND');
    expect(await outcome('lea', '/stores/lyon/export')).toBe('403 FORBIDDEN_ROLE');
    expect(await outcome('marie', '/gerant/export')).toBe('403 FORBIDDEN_ROLE');
    await given(api, null, { status: 'suspended' });
    expect((await exportOf(api, 'gerant-mode', '/gerant/export')).status).toBe(200);
    const demo = { is_demo: true, demo_expires_at: '2025-12-15T20:00:00.000Z', status: 'active' } as const;
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: demo });
    await api.database.of(Users).update({ workspace_id: 'mode' }, { set: { is_demo: true } });
    for (const [who, path] of [
      ['gerant-mode', '/gerant/export'],
      ['marie', '/stores/lyon/export'],
      ['lea', '/me/export'],
    ] as const) {
      expect(await outcome(who, path)).toBe('409 DEMO_NOT_AVAILABLE');
    }
  });
});
