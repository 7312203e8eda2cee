import { adminApi } from './admin/index.ts';
import { authApi } from './auth/index.ts';
import { billingApi } from './billing/index.ts';
import { coachingApi } from './coaching/index.ts';
import { integrationApi, keyLifeApi, machineApi } from './integrations/index.ts';
import { kpiApi } from './kpis/index.ts';
import { mailApi } from './mail/index.ts';
import { onboardingApi } from './onboarding/index.ts';
import { invitationApi } from './people/index.ts';
import { storeApi } from './stores/index.ts';

/** Every endpoint of the product, by feature: what server, web client, documentation and tests are made from. */
export const contract = {
  stores: storeApi,
  people: invitationApi,
  auth: authApi,
  mail: mailApi,
  kpis: kpiApi,
  billing: billingApi,
  onboarding: onboardingApi,
  coaching: coachingApi,
  integrations: { ...integrationApi, ...keyLifeApi, ...machineApi },
  admin: adminApi,
} as const;
