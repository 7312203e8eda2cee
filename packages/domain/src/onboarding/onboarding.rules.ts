import type { Text } from '../kernel/index.ts';
import type { OnboardingInput, OnboardingProgress, OnboardingRow } from './onboarding.model.ts';

/** What is said when someone has finished the first steps. */
export const completedText: Text = { fr: 'Les premiers pas sont terminés.', en: 'The first steps are done.' };

/** The progress of someone who has not begun; it is not stored. */
export const noProgress = (id: string, user_id: string, now: string): OnboardingRow => ({
  id,
  user_id,
  current_step: 0,
  completed_steps: [],
  is_completed: false,
  completed_at: null,
  dismissed_at: null,
  last_updated: now,
  created_at: now,
  updated_at: now,
});

/** The progress after a change: steps unique and ascending, the first instants of ending and dismissing kept. */
export function progressed(row: OnboardingRow, input: OnboardingInput, now: string): OnboardingRow {
  const steps = new Set(input.completed_steps ?? row.completed_steps);
  const is_completed = input.is_completed ?? row.is_completed;
  const dismissed = input.dismissed ?? row.dismissed_at !== null;
  return {
    ...row,
    current_step: input.current_step ?? row.current_step,
    completed_steps: [...steps].toSorted((one, other) => one - other),
    is_completed,
    completed_at: is_completed ? (row.completed_at ?? now) : null,
    dismissed_at: dismissed ? (row.dismissed_at ?? now) : null,
    last_updated: now,
    updated_at: now,
  };
}

/** The progress as shown to the person herself. */
export const progressView = (row: OnboardingRow): OnboardingProgress => ({
  user_id: row.user_id,
  current_step: row.current_step,
  completed_steps: row.completed_steps,
  is_completed: row.is_completed,
  completed_at: row.completed_at,
  dismissed_at: row.dismissed_at,
  last_updated: row.last_updated,
  steps: [],
});
