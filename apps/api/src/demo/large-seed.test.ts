import { describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { fixedSystem } from '../../test/test-app.ts';
import { compose, migrate } from '../compose.ts';
import { readConfig } from '../core/config.ts';
import { observed } from '../core/database/observed.ts';
import { KpiEntries, KpiStoreDays } from '../features/kpis/kpi.collections.ts';
import { asGerant, demoDevice } from './actors.ts';
import { demoPassword } from './chain.ts';
import { seedLarge } from './large-seed.ts';
import { requireEqualSums } from './roll-up-check.ts';

const nobody = () => undefined;
const size = { stores: 3, sellers: 4, days: 10 };

describe.each(engines)('a large chain, on $name', (engine) => {
  it('has one entry for each seller and day up to today, and sums equal to them', async () => {
    const database = await engine.open();
    const outside = { database, system: fixedSystem(), config: readConfig({ APP_ENV: 'test' }) };
    await migrate(outside);
    expect(await seedLarge(outside, size, nobody)).toBe(120);
    const days = await database.of(KpiEntries).aggregate({}, { by: ['date'], count: 'entries' });
    expect(days).toHaveLength(10);
    expect(days[0]).toEqual({ date: '2025-12-06', entries: 12 });
    expect(days.at(-1)).toEqual({ date: '2025-12-15', entries: 12 });
    expect(await database.of(KpiStoreDays).count({})).toBe(30);

    const { accounts, dashboards } = compose(outside);
    for (const key of ['admin', 'owner', 'manager-003', 'seller-003-04']) {
      const login = { email: `${key}@large-chain.example`, password: demoPassword, remember: false };
      expect((await accounts.login.login(login, demoDevice)).user.name).toBe(key);
    }
    const { user } = await accounts.login.login(
      { email: 'owner@large-chain.example', password: demoPassword, remember: false },
      demoDevice,
    );
    const shown = await dashboards.show(asGerant(user));
    expect(shown).toMatchObject({ total_stores: 3, total_managers: 3, total_sellers: 12 });
    const all = await database.of(KpiEntries).total({}, { sum: { ca: 'ca_journalier' } });
    expect(shown.month_ca).toBe(all.ca);
    await database.close();
  });
});

it('A chain is made up in an empty database only, never in production, and by bounded transactions', async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('No engine');
  const database = await engine.open();
  const outside = { database, system: fixedSystem(), config: readConfig({ APP_ENV: 'test' }) };
  await migrate(outside);
  let inserts = 0;
  const watched = observed(database, ({ kind, collection }) => {
    if (kind === 'insert' && collection === 'kpi_entries') inserts += 1;
  });
  await seedLarge({ ...outside, database: watched }, { stores: 60, sellers: 40, days: 1 }, nobody);
  expect(inserts).toBe(3);
  await expect(seedLarge(outside, size, nobody)).rejects.toThrow('not empty');
  const config = { ...outside.config, APP_ENV: 'production' } as const;
  await expect(seedLarge({ ...outside, config }, size, nobody)).rejects.toThrow('no place in production');
  await database.close();
});

it('Sums that differ from their entries are noticed', async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('No engine');
  const database = await engine.open();
  const outside = { database, system: fixedSystem(), config: readConfig({ APP_ENV: 'test' }) };
  await migrate(outside);
  await seedLarge(outside, { stores: 1, sellers: 2, days: 3 }, nobody);
  const [day] = await database.of(KpiStoreDays).find({}, { limit: 1 });
  if (day === undefined) throw new Error('There is no day');
  await database.of(KpiStoreDays).update({ id: day.id }, { inc: { nb_ventes: 1 } });
  await expect(requireEqualSums(database, [day.store_id])).rejects.toThrow('do not add up');
  await database.close();
});
