import { defaultEntryBy } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, tillOf } from '../../../test/till.ts';
import { AuditLog } from '../../core/audit.ts';
import { KpiEntries } from './kpi.collections.ts';

const everyone = (who: string) => ({ ca_journalier: who, nb_ventes: who, nb_articles: who, nb_prospects: who });

describe.each(engines)('who enters what on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const path = '/stores/lyon/kpi-config';
  const decide = (entry_by: object, headers = {}, who = 'marie') => api.put(who, path, { entry_by }, headers);

  it('is the sellers at first, and everyone of the store may know', async () => {
    for (const who of ['gerant-mode', 'marie', 'lea']) {
      const shown = await api.get(who, path);
      expect(shown.headers).toMatchObject({ etag: '"1"' });
      expect(shown.json).toMatchObject({ store_id: 'lyon', entry_by: defaultEntryBy, entry_mode: 'seller', rev: 1 });
    }
    expect(outcomeOf(await api.get('ines', path))).toBe('403 STORE_FORBIDDEN');
    expect(outcomeOf(await api.get('sam', path))).toBe('404 NOT_FOUND');
  });

  it.each<[string, object, string]>([
    ['the till alone', { ...everyone('till') }, 'till'],
    ['the till and the door', { ...everyone('till'), nb_prospects: 'store' }, 'till'],
    ['the till, and nobody else', { ...everyone('none'), ca_journalier: 'till' }, 'till'],
    ['the manager beside the till', { ...everyone('till'), nb_ventes: 'manager' }, 'manager'],
    ['a seller beside all others', { ...everyone('till'), nb_ventes: 'manager', nb_articles: 'seller' }, 'seller'],
    ['the door alone', { ...everyone('none'), nb_prospects: 'store' }, 'seller'],
  ])('%s: %j is the mode %s', async (_, entry_by, entry_mode) => {
    expect((await decide(entry_by)).json).toMatchObject({ entry_by, entry_mode, rev: 2, updated_by: 'marie' });
  });

  it('is refused where nothing would be tracked, or nobody knows whom it names', async () => {
    expect(outcomeOf(await decide(everyone('none')))).toBe('422 entry_by NOTHING_TRACKED');
    expect(outcomeOf(await decide({ ...everyone('seller'), nb_ventes: 'store' }))).toBe(
      '422 entry_by.nb_ventes INVALID_ENUM',
    );
    expect(outcomeOf(await decide({ ca_journalier: 'seller' }))).toBe('422 entry_by.nb_ventes REQUIRED');
    expect(outcomeOf(await api.put('lea', path, { entry_by: defaultEntryBy }))).toBe('403 FORBIDDEN_ROLE');
  });

  it('changes once, for whoever has seen it, and is written down', async () => {
    const entry_by = everyone('manager');
    expect(outcomeOf(await decide(entry_by, { 'if-match': '"1"' }))).toBe('200');
    expect((await decide(entry_by, {}, 'gerant-mode')).json).toMatchObject({ rev: 2, updated_by: 'marie' });
    const stale = await decide(defaultEntryBy, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 409, json: { code: 'STALE_REVISION', current: { entry_by, rev: 2 } } });
    expect(await api.database.of(AuditLog).find({ action: 'kpi_config.changed' })).toMatchObject([
      { actor_id: 'marie', store_id: 'lyon', before: defaultEntryBy, after: entry_by },
    ]);
  });

  it.each(['manager', 'till', 'seller'] as const)(
    'holds for sellers at once in the mode of the %s, never for others',
    async (who) => {
      await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 3 });
      await decide(everyone(who));
      expect(await api.database.of(KpiEntries).find({})).toMatchObject([{ nb_ventes: 3, rev: 1 }]);
      const own = outcomeOf(await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 4 }));
      expect(own).toBe(who === 'seller' ? '200' : '403 ENTRY_NOT_ALLOWED');
      expect(outcomeOf(await dayOf(api).write('tom', { nb_ventes: 5 }))).toBe('200');
      expect(outcomeOf(await dayOf(api).count(50))).toBe('200');
      expect(outcomeOf(await (await tillOf(api)).sync([figures('tom')]))).toBe('200');
      expect(await api.database.of(KpiEntries).findOne({ seller_id: 'tom' })).toMatchObject({ locked: true });
    },
  );
});
