import type { MailRow } from '@retail-performer/domain/mail';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { race, runnerFor } from '../../../test/jobs.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { Jobs } from '../../core/jobs/job.model.ts';
import { MailOutbox } from '../mail/outbox.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const trial_end = '2025-12-22T14:00:00.000Z';

describe.each(engines)('Mails about trials ($name)', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine, paying);
    await given(api, null, { trial_end });
  });
  afterEach(() => api.close());

  const runner = (variables: Readonly<Record<string, string>> = paying) => runnerFor(api, 'trial_reminders', variables);
  const mails = (): Promise<MailRow[]> => api.database.of(MailOutbox).find({}, { sort: { id: 1 } });
  const keys = async () => (await mails()).map(({ dedupe_key }) => dedupe_key.replace(`:mode:${trial_end}`, ''));
  const set = (values: Partial<WorkspaceRow>) => api.database.of(Workspaces).update({ id: 'mode' }, { set: values });

  /** Looks every four hours for a while. */
  async function live(from: string, hours: number, jobs = runner()): Promise<void> {
    for (let hour = 0; hour < hours; hour += 4) {
      api.system.moveTo(new Date(Date.parse(from) + hour * 3_600_000).toISOString());
      await jobs.tick();
    }
  }

  it('come seven, three and one days before the end and after it, at nine in the morning there, each once', async () => {
    await live('2025-12-14T12:00:00.000Z', 24 * 12);
    const [first, ...others] = await mails();
    expect(await keys()).toEqual(['trial_ending:7', 'trial_ending:3', 'trial_ending:1', 'trial_expired']);
    expect(first).toMatchObject({
      template: 'trial_ending',
      category: 'billing',
      to_email: 'gerant-mode@shop.example',
      user_id: 'gerant-mode',
      created_at: '2025-12-16T08:00:00.000Z',
      variables: { days_left: 7, trial_end, used_seats: 4, monthly_total: 11_600, will_be_charged: 0 },
    });
    expect(others.map(({ created_at }) => created_at)).toEqual([
      '2025-12-20T08:00:00.000Z',
      '2025-12-22T08:00:00.000Z',
      '2025-12-23T08:00:00.000Z',
    ]);
  });

  it('come late rather than never, and only the latest of them', async () => {
    await live('2025-12-21T15:00:00.000Z', 1);
    expect(await keys()).toEqual(['trial_ending:1']);
    expect((await mails())[0]).toMatchObject({ variables: { days_left: 1 } });
  });

  it('come on the local morning of each chain', async () => {
    await set({ timezone: 'Indian/Reunion' });
    await live('2025-12-16T04:59:00.000Z', 1);
    expect(await keys()).toEqual([]);
    await live('2025-12-16T05:00:00.000Z', 1);
    expect(await keys()).toEqual(['trial_ending:7']);
  });

  it('come again once the end has moved', async () => {
    const jobs = runner();
    await live('2025-12-20T08:00:00.000Z', 1, jobs);
    await set({ trial_end: '2025-12-29T14:00:00.000Z' });
    await live('2025-12-23T08:00:00.000Z', 1, jobs);
    expect((await mails()).map(({ dedupe_key }) => dedupe_key)).toEqual([
      `trial_ending:mode:${trial_end}:3`,
      'trial_ending:mode:2025-12-29T14:00:00.000Z:7',
    ]);
  });

  it('speak of the first payment where a subscription follows, three days before', async () => {
    await given(api, sub({ status: 'trialing', trial_end, seats: 6 }), { trial_end: '2025-12-18T14:00:00.000Z' });
    await live('2025-12-14T12:00:00.000Z', 24 * 10);
    expect(await keys()).toEqual(['trial_ending:3']);
    expect((await mails())[0]).toMatchObject({ variables: { will_be_charged: 1, days_left: 3 } });
  });

  it.each<[string, Partial<WorkspaceRow>]>([
    ['a demonstration', { is_demo: true }],
    ['a suspended space', { status: 'suspended' }],
    ['a deleted space', { status: 'deleted', deleted_at: '2025-12-20T08:00:00.000Z' }],
    ['a space that never had a trial', { trial_end: null }],
  ])('never come to %s', async (_, values) => {
    await set(values);
    await live('2025-12-19T08:00:00.000Z', 24 * 6);
    expect(await mails()).toEqual([]);
  });

  it('never come to a paying customer, nor where nobody pays, nor to an owner who is gone', async () => {
    await live('2025-12-19T08:00:00.000Z', 24 * 5, runner({}));
    await given(api, sub(), { trial_end });
    await live('2025-12-19T08:00:00.000Z', 24 * 5);
    await given(api, null, { trial_end });
    await api.records.users.update('gerant-mode', { status: 'suspended' });
    await live('2025-12-23T08:00:00.000Z', 24);
    expect(await mails()).toEqual([]);
  });

  it('come once with two runners at the same time', async () => {
    api.system.moveTo('2025-12-20T08:00:00.000Z');
    await race([runner(), runner(), runner()]);
    expect(await keys()).toEqual(['trial_ending:3']);
    expect(await api.database.of(Jobs).find({ kind: 'trial_reminders' })).toMatchObject([
      { slot: 'Europe/Paris:2025-12-20', status: 'done', result: { mails: 1 } },
    ]);
  });
});
