import { adminApi } from './admin/index.ts';
import { authApi } from './auth/index.ts';
import { billingApi } from './billing/index.ts';
import { storeCalendarApi } from './calendar/index.ts';
import { coachingApi } from './coaching/index.ts';
import { integrationApi, keyLifeApi, machineApi } from './integrations/index.ts';
import { kpiApi, networkApi, storeReadingApi } from './kpis/index.ts';
import { mailApi } from './mail/index.ts';
import { onboardingApi } from './onboarding/index.ts';
import { invitationApi, staffApi } from './people/index.ts';
import { storeApi, storeLifeApi, workspaceApi } from './stores/index.ts';

/** Every endpoint of the product, by feature: what server, web client, documentation and tests are made from. */
export const contract = {
  stores: { ...storeApi, ...storeLifeApi, ...workspaceApi },
  calendar: storeCalendarApi,
  people: { ...invitationApi, ...staffApi },
  auth: authApi,
  mail: mailApi,
  kpis: kpiApi,
  network: networkApi,
  readings: storeReadingApi,
  billing: billingApi,
  onboarding: onboardingApi,
  coaching: coachingApi,
  integrations: { ...integrationApi, ...keyLifeApi, ...machineApi },
  admin: adminApi,
} as const;
