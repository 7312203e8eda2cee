import { z } from 'zod';
import { Id, Instant } from '../kernel/index.ts';

/** How far a person is with the first steps, as stored. */
export const OnboardingRow = z.object({
  id: Id,
  user_id: Id,
  current_step: z.int(),
  completed_steps: z.array(z.int()),
  is_completed: z.boolean(),
  completed_at: Instant.nullable(),
  dismissed_at: Instant.nullable(),
  last_updated: Instant,
  created_at: Instant,
  updated_at: Instant,
});
export type OnboardingRow = z.output<typeof OnboardingRow>;

/** How far a person is with the first steps; `steps` lists facts once there are any to show. */
export const OnboardingProgress = OnboardingRow.omit({ id: true, created_at: true, updated_at: true }).extend({
  steps: z.array(z.object({ index: z.int(), key: z.string(), done: z.boolean(), auto: z.boolean(), link: z.string() })),
});
export type OnboardingProgress = z.output<typeof OnboardingProgress>;

const Step = z.int().min(0).max(50);

/** What changes; a key left out keeps its value. */
export const OnboardingInput = z.object({
  current_step: Step.optional(),
  completed_steps: z.array(Step).max(50).optional(),
  is_completed: z.boolean().optional(),
  dismissed: z.boolean().optional(),
});
export type OnboardingInput = z.output<typeof OnboardingInput>;
