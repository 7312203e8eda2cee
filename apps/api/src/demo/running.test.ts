import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { fixedSystem } from '../../test/test-app.ts';
import { migrate } from '../compose.ts';
import { readConfig } from '../core/config.ts';
import type { Database } from '../core/database/collection.ts';
import { KpiEntries, KpiStoreDays, StoreDays } from '../features/kpis/kpi.collections.ts';
import { KpiConfigs } from '../features/kpis/kpi-config.repository.ts';
import { KpiHistory } from '../features/kpis/kpi-history.repository.ts';
import { Stores } from '../features/stores/store.repository.ts';
import { buildDemo } from './demo.ts';

const [engine] = engines;
const today = '2026-04-11';

describe('the managers of the demonstration', () => {
  let database: Database;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    if (engine === undefined) throw new Error('No engine');
    database = await engine.open();
    const outside = {
      database,
      system: fixedSystem(`${today}T18:00:00.000Z`),
      config: readConfig({ APP_ENV: 'test' }),
    };
    await migrate(outside);
    await buildDemo(outside, { months: 2 });
    for (const { name, id } of await database.of(Stores).find({})) ids.set(name, id);
  }, 120_000);
  afterAll(() => database.close());
  const inStore = (name: string) => ({ store_id: ids.get(name) ?? 'nowhere' });

  it('count the visitors of one store at the door', async () => {
    const counted = await database.of(StoreDays).count({ ...inStore('Grenoble'), nb_prospects: { $gt: 0 } });
    expect(counted).toBeGreaterThan(30);
    const sums = await database.of(KpiStoreDays).find({ ...inStore('Grenoble'), nb_prospects: { $gt: 0 } });
    expect(sums).toHaveLength(counted);
    expect(sums.every(({ nb_prospects_own }) => nb_prospects_own === 0)).toBe(true);
  });

  it('close the days of one store, the last ones excepted', async () => {
    const closed = await database.of(StoreDays).find({ status: 'validated' }, { sort: { date: -1 } });
    expect(new Set(closed.map(({ store_id }) => store_id))).toEqual(new Set([ids.get('Lyon Bellecour')]));
    expect(closed.length).toBeGreaterThan(30);
    expect(closed[0]?.date).toBe('2026-04-09');
    expect(closed.every(({ validated_by }) => validated_by !== null)).toBe(true);
  });

  it('correct a figure now and then, and say why', async () => {
    const corrected = await database.of(KpiEntries).find({ entered_by_role: 'manager' });
    expect(corrected.length).toBeGreaterThan(0);
    expect(corrected.every(({ last_reason, rev }) => last_reason !== null && rev === 2)).toBe(true);
    expect(await database.of(KpiHistory).count({ action: 'entry.updated' })).toBe(corrected.length);
  });

  it('say who enters what, and who is off', async () => {
    const configs = await database.of(KpiConfigs).find({});
    const of = (name: string) => configs.find(({ store_id }) => store_id === ids.get(name))?.entry_by;
    expect(Object.values(of('Annecy') ?? {})).toEqual(['till', 'till', 'till', 'till']);
    expect(of('Grenoble')).toMatchObject({ ca_journalier: 'seller', nb_prospects: 'store' });
    expect(of('Lyon Bellecour')).toMatchObject({ nb_prospects: 'seller' });
    const absences = (await database.of(StoreDays).find({ has_absences: true })).flatMap((day) =>
      Object.values(day.absences),
    );
    expect(new Set(absences.map(({ reason }) => reason))).toContain('off');
  });
});
