export { onboardingApi } from './onboarding.api.ts';
export { OnboardingInput, OnboardingProgress, OnboardingRow } from './onboarding.model.ts';
export { completedText, noProgress, progressed, progressView } from './onboarding.rules.ts';
