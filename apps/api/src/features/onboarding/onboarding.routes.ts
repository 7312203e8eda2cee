import { onboardingApi } from '@retail-performer/domain/onboarding';
import type { Mount } from '../../core/http/mount.ts';
import type { OnboardingService } from './onboarding.service.ts';

/** Serves the endpoints of the first steps. */
export const onboardingRoutes = (mount: Mount, onboarding: OnboardingService): void =>
  mount(onboardingApi, {
    showProgress: ({ actor }) => onboarding.show(actor),
    saveProgress: ({ actor, body }) => onboarding.save(actor, body),
    complete: ({ actor, caller }) => onboarding.complete(actor, caller.locale),
  });
