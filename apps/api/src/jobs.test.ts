import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../test/engines.ts';
import { expectIndexed } from '../test/explained.ts';
import { entryRow, ofTheTill, put } from '../test/figures.ts';
import { type Ground, groundOf } from '../test/ground.ts';
import { mailed } from '../test/accounts.ts';
import { paying } from '../test/paying.ts';
import { compose } from './compose.ts';
import { jobsOf, runnerOf } from './compose-jobs.ts';
import { readConfig } from './core/config.ts';
import { type ObservedQuery, observed } from './core/database/observed.ts';
import { added } from './core/jobs/job.ts';
import { type Counts, Jobs } from './core/jobs/job.model.ts';
import { Workspaces } from './features/stores/workspace.repository.ts';

const config = readConfig({
  BREVO_API_KEY: 'key',
  SENDER_EMAIL: 'hello@shop.example',
  SENDER_NAME: 'Shop',
  APP_ENV: 'test',
  ...paying,
  ADMIN_ALERT_EMAIL: 'alert@shop.example',
});

describe.each(engines)('All work that comes with time ($name)', (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
    const { api } = ground;
    await put(api, entryRow({ ...ofTheTill, seller_id: 'lea' }), entryRow({ ...ofTheTill, seller_id: 'tom' }));
    await api.post('gerant-mode', '/gerant/invitations', {
      name: 'Ana',
      role: 'seller',
      store_id: 'lyon',
      channel: 'link',
    });
    const trial = { trial_end: '2026-01-24T12:00:00.000Z', current_subscription_id: null };
    await api.database.of(Workspaces).update({ id: 'sport' }, { set: trial });
    await api.database
      .of(Workspaces)
      .update({ id: 'late' }, { set: { is_demo: true, demo_expires_at: '2025-12-16T00:00:00.000Z' } });
  });
  afterAll(() => ground.api.close());

  const kinds = [
    'auto_validate',
    'demo_cleanup',
    'departed_purge',
    'idle_spaces',
    'invitation_upkeep',
    'purge',
    'session_sweep',
    'silent_sellers',
    'store_months',
    'trial_reminders',
    'workspace_purge',
  ];

  it('is done by one run a slot, and finds everything by an index', async () => {
    const { api } = ground;
    const queries: ObservedQuery[] = [];
    const outside = { database: observed(api.database, (query) => queries.push(query)), system: api.system, config };
    const runner = runnerOf(outside, compose(outside));
    const sums = new Map<string, Counts>();
    for (const instant of ['2025-12-16T08:30:00.000Z', '2026-01-22T08:30:00.000Z']) {
      api.system.moveTo(instant);
      await runner.tick();
      const runs = await api.database.of(Jobs).find({ created_at: instant });
      expect(runs.filter(({ status, attempts }) => status !== 'done' || attempts !== 1)).toEqual([]);
      for (const { kind, result } of runs) sums.set(kind, added(sums.get(kind) ?? {}, result));
    }
    expect([...sums.keys()].toSorted()).toEqual(kinds);
    expect(Object.fromEntries(sums)).toMatchObject({
      auto_validate: { validated: 1 },
      demo_cleanup: { workspaces: 1 },
      invitation_upkeep: { expired: 1, forgotten: 1 },
      trial_reminders: { mails: 1 },
    });
    expect(await mailed(api, 'silent_sellers')).not.toEqual([]);
    await expect(expectIndexed(queries)).resolves.toBeUndefined();
  }, 60_000);

  it('is told to whoever runs the installation when it is given up', async () => {
    const { api } = ground;
    api.system.moveTo('2026-03-01T08:30:00.000Z');
    const services = compose({ database: api.database, system: api.system, config });
    const broken = {
      ...services,
      storeMonths: { ...services.storeMonths, fold: () => Promise.reject(new RangeError('lea@shop.example')) },
    };
    const runner = runnerOf({ database: api.database, system: api.system, config }, broken);
    for (const minutes of [0, 1, 11, 71]) {
      api.system.moveTo(new Date(Date.parse('2026-03-01T08:30:00.000Z') + minutes * 60_000).toISOString());
      await (minutes === 0 ? runner.tick() : runner.work());
    }
    await expect
      .poll(async () => mailed(api, 'admin_alert'))
      .toMatchObject([
        {
          to_email: 'alert@shop.example',
          variables: { event: 'the job store_months:2026-03-01T08:30 was given up', error: 'RangeError' },
        },
      ]);
    expect(
      jobsOf({ database: api.database, system: api.system, config }, services)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(kinds);
  });
});
