import type { MailRow } from '@retail-performer/domain/mail';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, inTransaction, put, putDay } from '../../../test/figures.ts';
import { race, runnerFor } from '../../../test/jobs.ts';
import { given, paying } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { workspaceScope } from '../../core/scope.ts';
import { MailOutbox } from '../mail/outbox.repository.ts';
import { Stores } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';
import { KpiConfigs } from './kpi-config.repository.ts';

// A Tuesday, 08:30 in Paris: the last open days are the 15th, the 13th and the 12th.
const morning = '2025-12-16T07:30:00.000Z';
const scope = workspaceScope('mode');
const away = { reason: 'leave', by: 'marie', at: '2025-12-01T08:00:00.000Z' } as const;

describe.each(engines)('The mail about missing figures ($name)', (engine) => {
  let api: TestApp;
  const start = async (variables: Readonly<Record<string, string>> = {}) => {
    api = await testApp(engine, variables);
    await api.database.of(Workspaces).update({ id: 'sport' }, { set: { status: 'suspended' } });
    const last = { date: '2025-12-15' };
    await put(api, ...['lea', 'tom'].map((seller_id) => entryRow({ ...last, seller_id })));
    await put(api, entryRow({ ...last, seller_id: 'ines', store_id: 'paris' }));
    await put(api, entryRow({ ...last, seller_id: 'zoe', store_id: 'reunion' }));
  };
  beforeEach(() => start());
  afterEach(() => api.close());

  const runner = () => runnerFor(api, 'silent_sellers');
  const look = async (instant = morning, jobs = runner()) => {
    api.system.moveTo(instant);
    await jobs.tick();
  };
  const mails = (): Promise<MailRow[]> => api.database.of(MailOutbox).find({}, { sort: { to_email: 1, id: 1 } });
  const told = async () =>
    (await mails()).map(({ user_id, variables }) => [
      user_id,
      ...Object(variables).rows.map((row: object) => `${Object(row).name ?? 'till'} ${Object(row).days}`),
    ]);
  /** Takes the last figures back, so that the days since the given one are missing. */
  const lastOf = async (seller_id: string, date: string | null, store_id = 'lyon') => {
    const entry = await api.records.entries.findOne(scope, seller_id, '2025-12-15');
    if (entry === null) throw new Error(`Nothing of ${seller_id}`);
    await inTransaction(api, ({ entries }) => entries.remove(scope, entry, morning));
    if (date !== null) await put(api, entryRow({ seller_id, date, store_id }));
  };

  it('goes to managers, else to the owner, one for each reader, at half past eight', async () => {
    await lastOf('lea', '2025-12-12');
    await lastOf('tom', '2025-12-11');
    await lastOf('zoe', null, 'reunion');
    await look('2025-12-16T07:29:00.000Z');
    expect(await mails()).toEqual([]);
    await look();
    expect(await told()).toEqual([
      ['gerant-mode', 'zoe 14'],
      ['marie', 'lea 2', 'tom 3'],
    ]);
    expect((await mails())[1]).toMatchObject({
      template: 'silent_sellers',
      category: 'product',
      workspace_id: 'mode',
      dedupe_key: 'silent_sellers:marie:2025-12-16',
      variables: {
        rows: [
          { kind: 'person', store: 'lyon' },
          { kind: 'person', store: 'lyon' },
        ],
      },
    });
  });

  it('does not come for one day alone', async () => {
    await lastOf('lea', '2025-12-13');
    await look();
    expect(await mails()).toEqual([]);
  });

  it('leaves out Sundays, closures and absences, which are not the seller’s', async () => {
    await lastOf('lea', '2025-12-12');
    await putDay(api, dayRow({ date: '2025-12-13', absences: { lea: away } }));
    await lastOf('ines', '2025-12-12', 'paris');
    const closure = { date_from: '2025-12-13', date_to: '2025-12-14', kind: 'closed', label: 'Inventaire' };
    expect(await api.post('paul', '/stores/paris/closures', closure)).toMatchObject({ status: 200 });
    await look();
    expect(await mails()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a suspended store', () => api.database.of(Stores).update({ id: 'lyon' }, { set: { status: 'suspended' } })],
    ['a suspended seller', () => api.records.users.update('lea', { status: 'suspended' })],
    ['a new account', () => api.records.users.update('lea', { created_at: '2025-12-13T07:30:00.001Z' })],
    ['a demonstration', () => api.database.of(Workspaces).update({ id: 'mode' }, { set: { is_demo: true } })],
  ])('does not come for %s', async (_, change) => {
    await lastOf('lea', '2025-12-10');
    await change();
    await look();
    expect(await mails()).toEqual([]);
  });

  it('does not come to a space that may only be read', async () => {
    await api.close();
    await start(paying);
    await given(api, null, { trial_end: '2025-12-10T08:00:00.000Z' });
    await lastOf('lea', '2025-12-10');
    await look();
    expect(await mails()).toEqual([]);
  });

  it('speaks of the till, not of people, where the till enters, and only when it sent nothing at all', async () => {
    const till = { ca_journalier: 'till', nb_ventes: 'till', nb_articles: 'till', nb_prospects: 'none' } as const;
    await api.database.of(KpiConfigs).update({ store_id: 'lyon' }, { set: { entry_by: till } });
    await lastOf('lea', '2025-12-10');
    await look();
    expect(await mails()).toEqual([]);
    await lastOf('tom', '2025-12-12');
    await look('2025-12-17T07:30:00.000Z');
    expect(await told()).toEqual([['marie', 'till 3']]);
  });

  it('names the same person every three days at most, until figures come', async () => {
    const jobs = runner();
    await lastOf('lea', '2025-12-12');
    for (const day of ['16', '17', '18', '19', '20', '21', '22']) {
      await look(`2025-12-${day}T07:30:00.000Z`, jobs);
      if (day === '19') await put(api, entryRow({ seller_id: 'lea', date: '2025-12-19' }));
      for (const id of ['tom', 'ines', 'zoe']) {
        const store_id = { ines: 'paris', zoe: 'reunion' }[id] ?? 'lyon';
        await put(api, entryRow({ seller_id: id, date: `2025-12-${day}`, store_id }));
      }
    }
    expect((await mails()).map(({ dedupe_key }) => dedupe_key)).toEqual([
      'silent_sellers:marie:2025-12-16',
      'silent_sellers:marie:2025-12-19',
    ]);
  });

  it('goes to the coach before other managers, and to the owner when no manager is at work', async () => {
    await lastOf('lea', '2025-12-10');
    await api.records.users.update('paul', { store_ids: ['paris', 'lyon'] });
    await api.records.users.update('lea', { manager_id: null });
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { manager_id: 'marie' } });
    await look();
    await api.records.users.update('marie', { status: 'suspended' });
    await api.records.users.update('paul', { store_ids: ['paris'] });
    await look('2025-12-19T07:30:00.000Z');
    const readers = (await told()).map(([reader, ...rows]) => [reader, rows.length]);
    expect(readers).toContainEqual(['marie', 1]);
    expect(readers.map(([reader]) => reader)).toContain('gerant-mode');
  });

  it('comes once with several runners at the same time', async () => {
    await lastOf('lea', '2025-12-12');
    api.system.moveTo(morning);
    await race([runner(), runner(), runner()]);
    expect(await told()).toEqual([['marie', 'lea 2']]);
  });

  it('does not come on a Sunday', async () => {
    await lastOf('lea', '2025-12-10');
    await look('2025-12-21T07:30:00.000Z');
    expect(await mails()).toEqual([]);
  });
});
