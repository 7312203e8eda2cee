import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../../test/accounts.ts';
import { dumpOf } from '../../../test/dump.ts';
import { engines } from '../../../test/engines.ts';
import { race, runnerFor } from '../../../test/jobs.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { KpiEntries, KpiStoreDays } from '../kpis/kpi.collections.ts';

const comment = 'Journée calme, vitrine refaite';

describe.each(engines)('The names of people who left ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    const figures = { date: '2025-12-15', ca_journalier: 900, nb_ventes: 9, comment };
    await api.post('lea', '/kpi/seller/entry', figures);
    await api.post('lea', '/kpi/seller/entry', { ...figures, nb_ventes: 10 });
    await api.post('lea', '/ai/daily-challenge');
    await api.post('lea', '/ai/seller-bilan');
    await api.post('lea', '/onboarding/progress', { current_step: 2, completed_steps: [1, 2] });
    await api.records.users.update('lea', {
      status: 'deleted',
      name: 'Léa Rarissime',
      name_lc: 'léa rarissime',
      phone: '06 12 34 56 78',
      email: null,
      deleted_at: '2025-12-15T18:00:00.000Z',
      deleted_by: 'gerant-mode',
    });
  });
  afterEach(() => api.close());

  const runner = () => runnerFor(api, 'departed_purge');
  const words = async () =>
    JSON.stringify(await dumpOf(api, ['mail_outbox'])).match(/Rarissime|rarissime|06 12 34|vitrine refaite/g) ?? [];
  const textsOf = async (user_id: string) =>
    (await dumpOf(api)).filter(
      ({ collection, row }) =>
        ['ai_documents', 'daily_challenges', 'onboarding_progress'].includes(collection) &&
        [row['seller_id'], row['subject_id'], row['user_id']].includes(user_id),
    );

  it('stay for twelve months, and then give way to a pseudonym; the figures stay as they are', async () => {
    const sums = await api.database.of(KpiStoreDays).find({});
    api.system.moveTo('2026-12-15T17:59:59.999Z');
    await runner().tick();
    expect((await words()).length).toBeGreaterThan(4);
    expect((await textsOf('lea')).length).toBeGreaterThan(1);
    api.system.moveTo('2026-12-16T04:00:00.000Z');
    await runner().tick();
    expect(await words()).toEqual([]);
    expect(await textsOf('lea')).toEqual([]);
    expect(await api.records.users.get('lea')).toMatchObject({
      name: expect.stringMatching(/^Ancien vendeur \d{4}$/),
      status: 'deleted',
      phone: null,
    });
    expect(await api.database.of(KpiStoreDays).find({})).toEqual(sums);
    expect(await api.database.of(KpiEntries).find({})).toMatchObject([
      { seller_id: 'lea', nb_ventes: 10, comment: null, store_id: 'lyon' },
    ]);
    expect((await dumpOf(api)).filter(({ collection }) => collection === 'kpi_history')).toHaveLength(2);
    expect(await audited(api, 'staff.erased')).toMatchObject([
      { workspace_id: 'mode', actor_type: 'system', entity_id: 'lea', reason_code: 'retention', before: null },
    ]);
  });

  it('give way once, also with several runners at the same time', async () => {
    api.system.moveTo('2026-12-16T04:00:00.000Z');
    await race([runner(), runner(), runner()]);
    api.system.moveTo('2026-12-17T04:00:00.000Z');
    await race([runner()]);
    expect(await audited(api, 'staff.erased')).toHaveLength(1);
  });

  it('of those at work are left alone', async () => {
    const before = await api.records.users.get('tom');
    api.system.moveTo('2027-12-16T04:00:00.000Z');
    await runner().tick();
    expect(await api.records.users.get('tom')).toEqual(before);
  });
});
