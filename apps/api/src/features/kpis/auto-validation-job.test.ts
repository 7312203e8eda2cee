import type { KpiEntry } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { entryRow, ofTheTill, put, today } from '../../../test/figures.ts';
import { race, runnerFor } from '../../../test/jobs.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { settleIn, store, user } from '../../../test/world.ts';
import { StoreSettings } from '../stores/store.repository.ts';
import { Jobs } from '../../core/jobs/job.model.ts';
import { KpiHistory } from './kpi-history.repository.ts';
import { StoreDays } from './kpi.collections.ts';

describe.each(engines)('The closing of days at the cut-off ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const runner = () => runnerFor(api, 'auto_validate');
  const till = (seller_id: string, more: Partial<KpiEntry> = {}) =>
    put(api, entryRow({ ...ofTheTill, seller_id, ...more }));
  const closed = async () =>
    (await api.database.of(StoreDays).find({ status: 'validated' })).map(({ id }) => id).toSorted();
  const at = async (instant: string, jobs = runner()) => {
    api.system.moveTo(instant);
    await jobs.tick();
  };

  it('comes at the hour of each store, once its business day is over', async () => {
    const jobs = runner();
    await till('lea');
    await till('tom');
    await till('zoe', { store_id: 'reunion' });
    await at('2025-12-15T23:59:00.000Z', jobs);
    expect(await closed()).toEqual([]);
    await at('2025-12-16T00:00:00.000Z', jobs);
    expect(await closed()).toEqual([`reunion:${today}`]);
    await at('2025-12-16T02:59:00.000Z', jobs);
    expect(await closed()).toEqual([`reunion:${today}`]);
    await at('2025-12-16T03:00:00.000Z', jobs);
    expect(await closed()).toEqual([`lyon:${today}`, `reunion:${today}`]);
    expect(await api.database.of(StoreDays).get(`lyon:${today}`)).toMatchObject({
      validated_by: null,
      auto_validated: true,
    });
    const slots = (await api.database.of(Jobs).find({}, { sort: { id: 1 } })).map(({ slot, result }) => [slot, result]);
    expect(slots).toContainEqual(['Europe/Paris@4:2025-12-16', { validated: 1 }]);
    expect(slots).toContainEqual(['Indian/Reunion@4:2025-12-16', { validated: 1 }]);
  });

  it('is made up for when nobody was there at that hour, and when a till sends late', async () => {
    await till('lea');
    await till('tom');
    await at('2025-12-16T15:00:00.000Z');
    expect(await closed()).toEqual([`lyon:${today}`]);
    await till('ines', { store_id: 'paris' });
    await at('2025-12-17T15:00:00.000Z');
    expect(await closed()).toEqual([`lyon:${today}`, `paris:${today}`]);
  });

  it('never comes to days typed by hand, incomplete days, and stores that do not want it', async () => {
    await till('lea');
    await put(api, entryRow({ seller_id: 'tom' }));
    await till('ines', { store_id: 'paris' });
    await api.database.of(StoreSettings).update({ store_id: 'paris' }, { set: { auto_validate: false } });
    await at('2025-12-16T15:00:00.000Z');
    expect(await closed()).toEqual([]);
  });

  it('comes once with several runners at the same time', async () => {
    await till('lea');
    await till('tom');
    api.system.moveTo('2025-12-16T04:00:00.000Z');
    await race([runner(), runner(), runner()]);
    expect(await closed()).toEqual([`lyon:${today}`]);
    expect(await api.database.of(KpiHistory).find({ action: 'day.validated' })).toHaveLength(1);
  });

  it('passes through all stores, however many there are', async () => {
    const places = Array.from({ length: 52 }, (_, place) => store(`shop-${String(place).padStart(2, '0')}`, 'mode'));
    const people = places.map(({ id }) => user(`seller-of-${id}`, 'seller', { workspace_id: 'mode', store_id: id }));
    await settleIn(api.records, places, people);
    const rows = people.map(({ id, store_id }) => entryRow({ ...ofTheTill, seller_id: id, store_id: store_id ?? '' }));
    await put(api, ...rows);
    await at('2025-12-16T04:00:00.000Z');
    expect(await closed()).toHaveLength(52);
  });
});
