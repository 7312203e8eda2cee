import { adminApi } from './admin/index.ts';
import { auditApi } from './audit/index.ts';
import { authApi, sessionApi } from './auth/index.ts';
import { billingApi } from './billing/index.ts';
import { calendarApi, storeCalendarApi } from './calendar/index.ts';
import { coachingApi } from './coaching/index.ts';
import { demoApi } from './demo/index.ts';
import { exportApi } from './exports/index.ts';
import { integrationApi, keyLifeApi, machineApi } from './integrations/index.ts';
import { dayApi, kpiApi, meApi, networkApi, storeReadingApi } from './kpis/index.ts';
import { mailApi } from './mail/index.ts';
import { onboardingApi } from './onboarding/index.ts';
import { invitationApi, staffApi } from './people/index.ts';
import { storeApi, storeLifeApi, workspaceApi } from './stores/index.ts';

/** Every endpoint of the product, by feature: what server, web client, documentation and tests are made from. */
export const contract = {
  stores: { ...storeApi, ...storeLifeApi, ...workspaceApi },
  calendar: { ...calendarApi, ...storeCalendarApi },
  people: { ...invitationApi, ...staffApi },
  auth: { ...authApi, ...sessionApi },
  mail: mailApi,
  kpis: kpiApi,
  days: dayApi,
  network: networkApi,
  readings: storeReadingApi,
  me: meApi,
  billing: billingApi,
  onboarding: onboardingApi,
  coaching: coachingApi,
  integrations: { ...integrationApi, ...keyLifeApi, ...machineApi },
  exports: exportApi,
  audit: auditApi,
  admin: adminApi,
  demo: demoApi,
} as const;
