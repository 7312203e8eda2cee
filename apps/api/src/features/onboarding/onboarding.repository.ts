import { OnboardingRow } from '@retail-performer/domain/onboarding';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** How far each person is with the first steps. */
export const OnboardingProgresses = collection('onboarding_progress', OnboardingRow, { unique: [['user_id']] });

/** Finds and keeps the progress of the caller alone. */
export function onboardingRepository(at: Transaction) {
  const progresses = at.of(OnboardingProgresses);
  return {
    findOf: (user_id: string): Promise<OnboardingRow | null> => progresses.findOne({ user_id }),

    save: (row: OnboardingRow): Promise<void> => progresses.upsert([row], { on: ['user_id'], keep: ['created_at'] }),

    /** Forgets how far someone was who has left. */
    remove: async (user_id: string): Promise<void> => {
      await progresses.remove({ user_id });
    },
  };
}
export type OnboardingRepository = ReturnType<typeof onboardingRepository>;
