import { daysLeft, type Entitlement, liveOf, price, trialMailOf } from '@retail-performer/domain/billing';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import { type Job, paged, type Run } from '../../core/jobs/job.ts';
import { localSlots, zoneAndDay } from '../../core/jobs/slots.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { WorkspaceTrialRepository } from '../stores/workspace-trial.repository.ts';
import type { BillingService } from './billing.service.ts';
import type { SubscriptionRepository } from './subscription.repository.ts';
import type { TrialRepository } from './trial.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly outbox: OutboxRepository;
    readonly subscriptions: Pick<SubscriptionRepository, 'get'>;
    readonly trials: TrialRepository;
    readonly users: Pick<UserRepository, 'get'>;
    readonly workspaceTrials: WorkspaceTrialRepository;
  }>;
  readonly system: System;
  readonly mails: MailQueueService;
  readonly entitlementOf: BillingService['entitlementOf'];
  readonly billing: 'on' | 'off';
}

const dayMs = 86_400_000;
const atOnce = 100;
// At nine; later only where nobody was there to do it at nine.
const morning = { from: '09:00', until: '20:00' };

/** Tells owners that their trial is about to end, and that it has ended. */
export function trialJobs({ data, system, mails, entitlementOf, billing }: Deps): readonly Job[] {
  const { outbox, subscriptions, trials, users, workspaceTrials } = data.read;

  // From two days after the end to some days before it.
  const span = (days: number) => {
    const now = system.now().getTime();
    return { after: new Date(now - 2 * dayMs).toISOString(), until: new Date(now + days * dayMs).toISOString() };
  };

  async function tell(workspace: WorkspaceRow): Promise<number> {
    const { current_subscription_id } = workspace;
    const sub = current_subscription_id === null ? null : await subscriptions.get(current_subscription_id);
    const charged = liveOf(sub, system.now()) !== null;
    const rights = await entitlementOf(workspace);
    const mail = trialMailOf(workspace.id, rights, { charged }, system.now());
    if (mail === null || (await outbox.statusesOf([mail.key])).size > 0) return 0;
    const owner = await users.get(workspace.gerant_id);
    if (owner === null || owner.status !== 'active' || owner.email === null) return 0;
    const { email: to_email, name: to_name, locale, id: user_id } = owner;
    await data.change((at) =>
      mails.add(at, {
        template: mail.template,
        locale,
        to_email,
        to_name,
        variables: variablesOf(workspace, rights, charged, system.now()),
        dedupe_key: mail.key,
        workspace_id: workspace.id,
        user_id,
        is_demo: false,
      }),
    );
    return 1;
  }

  async function tellTrials(run: Run) {
    const { zone } = zoneAndDay(run.slot);
    return paged(run, async (cursor) => {
      const place = cursor === null ? null : placeOf(cursor);
      const page = await workspaceTrials.findEnding(zone, span(7), { limit: atOnce, place });
      let told = 0;
      for (const workspace of page) told += await tell(workspace);
      const last = page.length === atOnce ? page.at(-1) : undefined;
      return { next: last ? `${last.trial_end} ${last.id}` : null, done: { mails: told } };
    });
  }

  /** Those who have subscribed already, but pay only once their trial is over. */
  async function tellSubscribers(run: Run): Promise<number> {
    const ids = await trials.findSubscribers(span(7));
    let told = 0;
    for (const workspace of await workspaceTrials.findInZone(zoneAndDay(run.slot).zone, ids)) {
      told += await tell(workspace);
    }
    return told;
  }

  return [
    {
      kind: 'trial_reminders',
      async slots(now) {
        if (billing === 'off') return [];
        // One day more, so that a trial that comes near during the day waits for the next morning.
        const { after, until } = span(8);
        const zones = await workspaceTrials.findZonesEnding(after, until);
        const subscribed = await workspaceTrials.findZonesOf(await trials.findSubscribers({ after, until }));
        return localSlots(now, [...new Set([...zones, ...subscribed])], morning);
      },
      async run(run) {
        const subscribers = run.cursor === null ? await tellSubscribers(run) : 0;
        const { mails: told = 0 } = await tellTrials(run);
        return { mails: subscribers + told };
      },
    },
  ];
}

function placeOf(cursor: string): Pick<WorkspaceRow, 'trial_end' | 'id'> {
  const [trial_end = '', id = ''] = cursor.split(' ');
  return { trial_end, id };
}

const variablesOf = (
  { timezone }: WorkspaceRow,
  { used_seats, trial_end }: Entitlement,
  charged: boolean,
  now: Date,
) => ({
  timezone,
  trial_end,
  days_left: trial_end === null ? 0 : daysLeft(trial_end, now),
  used_seats,
  monthly_total: price(Math.max(1, used_seats), 'month').total,
  will_be_charged: charged ? 1 : 0,
});
