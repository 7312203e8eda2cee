import { NetworkSummary } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, shownIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';

describe.each(engines)('the days of a store without trade on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const at = async (instant: string, deed: 'suspend' | 'close' | 'reopen') => {
    api.system.moveTo(instant);
    expect(await api.post('gerant-mode', `/stores/lyon/${deed}`)).toMatchObject({ status: 200 });
  };
  const coverage = async () => (await readingsOf(api).summary('p=2025-12-08..2025-12-15', 'gerant-mode')).coverage;
  const pauses = async () => (await api.database.of(Stores).get('lyon'))?.pauses;

  it('stay without anything expected once it opens again', async () => {
    await at('2025-12-08T10:00:00.000Z', 'suspend');
    api.system.moveTo('2025-12-15T18:00:00.000Z');
    expect(await coverage()).toMatchObject({ expected: 0, days_open: 0 });
    await at('2025-12-15T18:00:00.000Z', 'reopen');
    expect(await pauses()).toEqual([{ date_from: '2025-12-08', date_to: '2025-12-14' }]);
    expect(await coverage()).toMatchObject({ expected: 2, entered: 0, days_open: 1 });
    const day = await dayOf(api, 'gerant-mode', { date: '2025-12-10' }).show();
    expect(shownIn(day)).toMatchObject({ open: false, missing: [] });
    const { json } = await api.get('gerant-mode', '/gerant/dashboard/network?p=2025-12-08..2025-12-15&store_ids=lyon');
    const { alerts, stores } = NetworkSummary.parse(json);
    expect(stores[0]?.coverage).toEqual(await coverage());
    expect(alerts.filter(({ date }) => date !== null && date > '2025-12-07')).toEqual([]);
  });

  it('begin the day after it closed for good, and are none when it opens again at once', async () => {
    await at('2025-12-08T10:00:00.000Z', 'close');
    await at('2025-12-11T10:00:00.000Z', 'reopen');
    await at('2025-12-12T10:00:00.000Z', 'suspend');
    await at('2025-12-12T11:00:00.000Z', 'reopen');
    expect(await pauses()).toEqual([{ date_from: '2025-12-09', date_to: '2025-12-10' }]);
  });

  it('last from the suspension on where it was closed in the meantime', async () => {
    await at('2025-12-08T10:00:00.000Z', 'suspend');
    await at('2025-12-10T10:00:00.000Z', 'close');
    await at('2025-12-12T10:00:00.000Z', 'reopen');
    expect(await pauses()).toEqual([{ date_from: '2025-12-08', date_to: '2025-12-11' }]);
  });
});
