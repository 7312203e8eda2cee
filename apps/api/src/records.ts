import { AuditLog, auditLog } from './core/audit.ts';
import { auditTrail } from './core/audit-trail.ts';
import type { Transaction } from './core/database/collection.ts';
import { IdempotencyKeys } from './core/http/idempotency-keys.ts';
import { Jobs, Leases } from './core/jobs/job.model.ts';
import { counters, RateLimits } from './core/limits/counters.ts';
import type { System } from './core/system.ts';
import { PasswordResets, resetRepository } from './features/auth/reset.repository.ts';
import { sessionRepository, Sessions } from './features/auth/session.repository.ts';
import { subscriptionRepository, Subscriptions } from './features/billing/subscription.repository.ts';
import { trialRepository } from './features/billing/trial.repository.ts';
import { challengeRepository } from './features/coaching/challenge.repository.ts';
import { AiDocuments, AiUses, DailyChallenges } from './features/coaching/coaching.collections.ts';
import { documentRepository } from './features/coaching/document.repository.ts';
import { personalTextRepository } from './features/coaching/personal-text.repository.ts';
import { usageRepository } from './features/coaching/usage.repository.ts';
import { apiKeyRepository, ApiKeys } from './features/integrations/api-key.repository.ts';
import { absenceRepository } from './features/kpis/absence.repository.ts';
import { entryCountRepository } from './features/kpis/entry-count.repository.ts';
import { figureLoadRepository } from './features/kpis/figure-load.repository.ts';
import { failingKeyRepository } from './features/integrations/failing-key.repository.ts';
import { SyncLogs, syncLogRepository } from './features/integrations/sync-log.repository.ts';
import { entryFeedRepository } from './features/kpis/entry-feed.repository.ts';
import { entryDatesRepository } from './features/kpis/entry-dates.repository.ts';
import { entryRepository } from './features/kpis/entry.repository.ts';
import {
  KpiEntries,
  KpiMonthVersions,
  KpiStoreDays,
  KpiStoreMonths,
  StoreDays,
} from './features/kpis/kpi.collections.ts';
import { kpiConfigRepository, KpiConfigs } from './features/kpis/kpi-config.repository.ts';
import { KpiHistory, kpiHistoryRepository } from './features/kpis/kpi-history.repository.ts';
import { periodRepository } from './features/kpis/period.repository.ts';
import { rebuildRepository } from './features/kpis/rebuild.repository.ts';
import { storeDayRepository } from './features/kpis/store-day.repository.ts';
import { storeReadingRepository } from './features/kpis/store-reading.repository.ts';
import { personalWordsRepository } from './features/kpis/personal-words.repository.ts';
import { silenceRepository, SilenceNotices } from './features/kpis/silence.repository.ts';
import { tillDayRepository } from './features/kpis/till-day.repository.ts';
import { networkMonthRepository } from './features/kpis/network-month.repository.ts';
import { storeMonthRepository } from './features/kpis/store-month.repository.ts';
import { MailOutbox, outboxRepository } from './features/mail/outbox.repository.ts';
import { onboardingRepository, OnboardingProgresses } from './features/onboarding/onboarding.repository.ts';
import { assignmentRepository, StoreAssignments } from './features/people/assignment.repository.ts';
import { censusRepository } from './features/people/census.repository.ts';
import { firstNameRepository } from './features/people/first-name.repository.ts';
import { headcountRepository } from './features/people/headcount.repository.ts';
import { invitationRepository, Invitations } from './features/people/invitation.repository.ts';
import { departedRepository } from './features/people/departed.repository.ts';
import { lapsedRepository } from './features/people/lapsed.repository.ts';
import { staffingRepository } from './features/people/staffing.repository.ts';
import { placementRepository } from './features/people/placement.repository.ts';
import { staffRepository } from './features/people/staff.repository.ts';
import { userRepository, Users } from './features/people/user.repository.ts';
import { endedWorkspaceRepository } from './features/stores/ended-workspace.repository.ts';
import { openingRepository } from './features/stores/opening.repository.ts';
import { storeClosureRepository, StoreClosures } from './features/stores/store-closure.repository.ts';
import { storeEventRepository, StoreEvents } from './features/stores/store-event.repository.ts';
import { storeClockRepository } from './features/stores/store-clock.repository.ts';
import { storeLifeRepository } from './features/stores/store-life.repository.ts';
import { storeRepository, Stores, StoreSettings } from './features/stores/store.repository.ts';
import { workspaceListRepository } from './features/stores/workspace-list.repository.ts';
import { workspaceZoneRepository } from './features/stores/workspace-zone.repository.ts';
import { workspaceTrialRepository } from './features/stores/workspace-trial.repository.ts';
import { workspaceRepository, Workspaces } from './features/stores/workspace.repository.ts';

/** Everything that the product stores. */
export const collections = [
  Workspaces,
  Stores,
  StoreSettings,
  StoreClosures,
  StoreEvents,
  Users,
  StoreAssignments,
  Invitations,
  Sessions,
  PasswordResets,
  Subscriptions,
  KpiEntries,
  KpiStoreDays,
  KpiStoreMonths,
  KpiMonthVersions,
  StoreDays,
  KpiConfigs,
  KpiHistory,
  SilenceNotices,
  ApiKeys,
  SyncLogs,
  OnboardingProgresses,
  DailyChallenges,
  AiDocuments,
  AiUses,
  MailOutbox,
  Jobs,
  Leases,
  RateLimits,
  IdempotencyKeys,
  AuditLog,
];

/** Every repository, over the database or over one transaction; a service names the few that it works with. */
export const recordsAt = (at: Transaction, system: System) => ({
  workspaces: workspaceRepository(at),
  workspaceLists: workspaceListRepository(at),
  endedWorkspaces: endedWorkspaceRepository(at),
  workspaceZones: workspaceZoneRepository(at),
  workspaceTrials: workspaceTrialRepository(at),
  stores: storeRepository(at),
  openings: openingRepository(at),
  storeClocks: storeClockRepository(at),
  storeLives: storeLifeRepository(at),
  storeClosures: storeClosureRepository(at),
  storeEvents: storeEventRepository(at),
  users: userRepository(at),
  staff: staffRepository(at),
  headcounts: headcountRepository(at),
  staffing: staffingRepository(at),
  firstNames: firstNameRepository(at),
  census: censusRepository(at),
  assignments: assignmentRepository(at),
  placements: placementRepository(at),
  invitations: invitationRepository(at),
  lapsed: lapsedRepository(at),
  departed: departedRepository(at),
  sessions: sessionRepository(at),
  resets: resetRepository(at),
  subscriptions: subscriptionRepository(at),
  trials: trialRepository(at),
  entries: entryRepository(at),
  entryDates: entryDatesRepository(at),
  entryCounts: entryCountRepository(at),
  entryFeed: entryFeedRepository(at),
  periods: periodRepository(at),
  figureLoads: figureLoadRepository(at),
  storeDays: storeDayRepository(at),
  absences: absenceRepository(at),
  storeReadings: storeReadingRepository(at),
  tillDays: tillDayRepository(at),
  silences: silenceRepository(at),
  personalWords: personalWordsRepository(at),
  storeMonths: storeMonthRepository(at),
  networkMonths: networkMonthRepository(at),
  rebuilds: rebuildRepository(at),
  kpiConfigs: kpiConfigRepository(at),
  kpiHistory: kpiHistoryRepository(at),
  apiKeys: apiKeyRepository(at),
  syncLogs: syncLogRepository(at),
  failingKeys: failingKeyRepository(at),
  onboarding: onboardingRepository(at),
  challenges: challengeRepository(at),
  aiDocuments: documentRepository(at),
  aiUsage: usageRepository(at),
  personalTexts: personalTextRepository(at),
  outbox: outboxRepository(at),
  counters: counters(at, system),
  audit: auditLog(at, system),
  auditTrail: auditTrail(at),
});
export type Records = ReturnType<typeof recordsAt>;
