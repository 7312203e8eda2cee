import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Outside, Services } from './compose.ts';
import type { Job } from './core/jobs/job.ts';
import { purgeJobs } from './core/jobs/purge.jobs.ts';
import { type JobRunner, jobRunner } from './core/jobs/runner.ts';
import { unitOf } from './core/unit.ts';
import { idleSpaceJobs } from './features/billing/idle-space.jobs.ts';
import { trialJobs } from './features/billing/trial.jobs.ts';
import { autoValidationJobs } from './features/kpis/auto-validation.jobs.ts';
import { silenceJobs } from './features/kpis/silence.jobs.ts';
import { silenceSearch } from './features/kpis/silence-search.service.ts';
import { storeMonthJobs } from './features/kpis/store-month.jobs.ts';
import { departedJobs } from './features/people/departed.jobs.ts';
import { invitationJobs } from './features/people/invitation.jobs.ts';
import { workspaceJobs } from './features/stores/workspace.jobs.ts';
import { recordsAt } from './records.ts';
import { monthsBefore, retentions, sweeps } from './retention.ts';
import { removeWorkspace } from './workspace-removal.ts';

/** All work that comes with time, beside the sending of mails. */
export function jobsOf(outside: Outside, services: Services): readonly Job[] {
  const { database, system, config } = outside;
  const { mails, billing, days, storeMonths } = services;
  const data = unitOf(database, (at) => recordsAt(at, system));
  const mayWrite = async (workspace: WorkspaceRow): Promise<boolean> => !(await billing.spaceOf(workspace)).read_only;
  return [
    ...purgeJobs({ data, database, system, sweeps, retentions }),
    ...invitationJobs({ data, system }),
    ...departedJobs({
      data,
      system,
      monthsBefore,
      async forget({ personalWords, personalTexts, onboarding }, scope, user_id) {
        await personalWords.forget(scope, user_id);
        await personalTexts.forget(scope, user_id);
        await onboarding.remove(user_id);
      },
    }),
    ...autoValidationJobs({ data, days: days.autoValidations }),
    ...storeMonthJobs(storeMonths),
    ...silenceJobs({
      data,
      search: silenceSearch({ data, facts: services.storeFacts, staffing: services.storeStaffing, system }),
      mails,
      mayWrite,
    }),
    ...trialJobs({
      data,
      system,
      mails,
      entitlementOf: (workspace) => billing.entitlementOf(workspace),
      billing: config.features.billing,
    }),
    ...idleSpaceJobs({
      data,
      system,
      mails,
      mayWrite,
      remove: (id, options) => removeWorkspace(outside, id, options),
      months: config.INACTIVE_WORKSPACE_MONTHS,
      features: config.features,
    }),
    ...workspaceJobs({ data, system, remove: (id, options) => removeWorkspace(outside, id, options) }),
  ];
}

/** Does this work, and tells the operator what was given up: in the log, and by mail where an address is set. */
export function runnerOf(outside: Outside, services: Services): JobRunner {
  const { database, system, config, log } = outside;
  const data = unitOf(database, (at) => recordsAt(at, system));
  const address = config.ADMIN_ALERT_EMAIL;

  const alert = (to_email: string, event: string, error: unknown): Promise<void> =>
    data.change((at) =>
      services.mails.add(at, {
        template: 'admin_alert',
        locale: 'fr',
        to_email,
        to_name: config.DEFAULT_ADMIN_NAME,
        variables: { event, error: error instanceof Error ? error.name : null, at: system.now().toISOString() },
        dedupe_key: `admin_alert:${event}`,
        workspace_id: null,
        user_id: null,
        is_demo: false,
      }),
    );

  return jobRunner({
    database,
    system,
    jobs: jobsOf(outside, services),
    report(what, err, dead) {
      log?.error({ err }, what);
      if (!dead || address === undefined) return;
      alert(address, what, err).catch((error: unknown) => log?.error({ err: error }, 'an alert could not be written'));
    },
  });
}
