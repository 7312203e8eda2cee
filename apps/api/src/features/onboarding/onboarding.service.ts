import type { Locale, Ok } from '@retail-performer/domain/kernel';
import {
  completedText,
  noProgress,
  progressed,
  progressView,
  type OnboardingInput,
  type OnboardingProgress,
} from '@retail-performer/domain/onboarding';
import type { UserActor } from '../../core/actor.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { OnboardingRepository } from './onboarding.repository.ts';

interface Deps {
  readonly data: Unit<{ readonly onboarding: OnboardingRepository }>;
  readonly system: System;
}

/** The first steps of each person, whatever the role and even where a space can only be read. */
export function onboardingService({ data, system }: Deps) {
  const instant = () => system.now().toISOString();

  return {
    /** How far the caller is; asking writes nothing. */
    async show({ user_id }: UserActor): Promise<OnboardingProgress> {
      const row = await data.read.onboarding.findOf(user_id);
      return progressView(row ?? noProgress('', user_id, instant()));
    },

    /** Changes what is given and keeps the rest, so that two devices saving at once lose nothing. */
    save: ({ user_id }: UserActor, input: OnboardingInput): Promise<OnboardingProgress> =>
      data.change(async ({ onboarding }) => {
        const now = instant();
        const before = (await onboarding.findOf(user_id)) ?? noProgress(system.newId(), user_id, now);
        const after = progressed(before, input, now);
        await onboarding.save(after);
        return progressView(after);
      }),

    /** Ends the first steps; repeating it changes nothing. */
    complete: ({ user_id }: UserActor, locale: Locale): Promise<Ok> =>
      data.change(async ({ onboarding }) => {
        const now = instant();
        const before = (await onboarding.findOf(user_id)) ?? noProgress(system.newId(), user_id, now);
        if (!before.is_completed) await onboarding.save(progressed(before, { is_completed: true }, now));
        return { success: true, message: completedText[locale] };
      }),
  };
}
export type OnboardingService = ReturnType<typeof onboardingService>;
