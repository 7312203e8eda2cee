import { endpoints, Ok } from '../kernel/index.ts';
import { OnboardingInput, OnboardingProgress } from './onboarding.model.ts';

/** The endpoints of the first steps. */
export const onboardingApi = endpoints({
  showProgress: {
    method: 'GET',
    path: '/onboarding/progress',
    access: 'signed_in',
    summary: 'How far the caller is with the first steps',
    reply: OnboardingProgress,
  },
  saveProgress: {
    method: 'POST',
    path: '/onboarding/progress',
    access: 'signed_in',
    summary: 'Keep how far the caller is',
    body: OnboardingInput,
    reply: OnboardingProgress,
    when_read_only: 'allow',
  },
  complete: {
    method: 'POST',
    path: '/onboarding/complete',
    access: 'signed_in',
    summary: 'End the first steps',
    reply: Ok,
    when_read_only: 'allow',
  },
});
