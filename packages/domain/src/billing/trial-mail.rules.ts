import type { Entitlement } from './entitlement.model.ts';
import { daysLeft } from './entitlement.rules.ts';

/** How many days before the end of a trial its owner is told, the latest first. */
const thresholds = [1, 3, 7] as const;

/** Where the subscription takes over by itself, one word is enough. */
const chargedThreshold = 3;

const toldForMs = 48 * 3_600_000;

/** What an owner is told about his trial; `key` is one for each trial and threshold, so that each comes once. */
export interface TrialMail {
  readonly template: 'trial_ending' | 'trial_expired';
  readonly key: string;
}

/**
 * The mail that is due now: before the end the smallest threshold that has come, however late it is looked for, and
 * within 48 hours after it that the trial is over. A moved end makes new keys, so that everything is told again.
 */
export function trialMailOf(
  workspace_id: string,
  { state, trial_end }: Pick<Entitlement, 'state' | 'trial_end'>,
  { charged }: { readonly charged: boolean },
  now: Date,
): TrialMail | null {
  if (trial_end === null) return null;
  const about = `${workspace_id}:${trial_end}`;
  if (state === 'trialing') {
    const days = daysLeft(trial_end, now);
    const due = charged ? [chargedThreshold] : thresholds;
    const threshold = due.find((each) => days <= each);
    return threshold === undefined ? null : { template: 'trial_ending', key: `trial_ending:${about}:${threshold}` };
  }
  const fresh = now.getTime() - Date.parse(trial_end) < toldForMs;
  return state === 'trial_expired' && fresh ? { template: 'trial_expired', key: `trial_expired:${about}` } : null;
}
