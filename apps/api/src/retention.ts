import { IdempotencyKeys } from './core/http/idempotency-keys.ts';
import { AuditLog } from './core/audit.ts';
import { Jobs } from './core/jobs/job.model.ts';
import { keptUntil, type Retention } from './core/jobs/retention.ts';
import { RateLimits } from './core/limits/counters.ts';
import { PasswordResets } from './features/auth/reset.repository.ts';
import { Sessions } from './features/auth/session.repository.ts';
import { AiDocuments, AiUses, DailyChallenges } from './features/coaching/coaching.collections.ts';
import { SyncLogs } from './features/integrations/sync-log.repository.ts';
import { SilenceNotices } from './features/kpis/silence.repository.ts';
import { MailOutbox } from './features/mail/outbox.repository.ts';

/** What ends within hours or days, swept every hour: sign-ins 30 days after their end. */
export const sweeps: readonly Retention[] = [
  keptUntil('rate_limits', RateLimits, (now) => ({ expires_at: { $lt: now.toISOString() } })),
  keptUntil('idempotency_keys', IdempotencyKeys, (now) => ({ expires_at: { $lt: now.toISOString() } })),
  keptUntil('sessions', Sessions, (now) => ({ revoked_at: { $lte: daysBefore(now, 30) } })),
  keptUntil('sessions', Sessions, (now) => ({ idle_expires_at: { $lte: daysBefore(now, 30) } })),
];

/** How long everything else is kept that does not live as long as its workspace; purged every night. */
export const retentions: readonly Retention[] = [
  keptUntil('password_resets', PasswordResets, (now) => ({ expires_at: { $lte: daysBefore(now, 7) } })),
  keptUntil('mail_outbox', MailOutbox, (now) => ({
    created_at: { $lte: daysBefore(now, 90) },
    status: { $ne: 'dead' as const },
  })),
  keptUntil('mail_outbox', MailOutbox, (now) => ({ created_at: { $lte: daysBefore(now, 180) } })),
  keptUntil('sync_logs', SyncLogs, (now) => ({ created_at: { $lte: daysBefore(now, 90) } })),
  keptUntil('jobs', Jobs, (now) => ({ created_at: { $lte: daysBefore(now, 30) }, finished_at: { $ne: null } })),
  keptUntil('daily_challenges', DailyChallenges, (now) => ({ date: { $lt: monthsBefore(now, 13).slice(0, 10) } })),
  // The texts of a diagnostic stay as long as the diagnostic.
  keptUntil('ai_documents', AiDocuments, (now) => ({
    created_at: { $lte: monthsBefore(now, 13) },
    feature: { $ne: 'seller_diagnostic' as const },
  })),
  keptUntil('silence_notices', SilenceNotices, (now) => ({ told_on: { $lt: daysBefore(now, 30).slice(0, 10) } })),
  keptUntil('ai_usage', AiUses, (now) => ({ at: { $lte: monthsBefore(now, 13) } })),
  keptUntil('audit_log', AuditLog, (now) => ({ created_at: { $lte: monthsBefore(now, 36) } })),
];

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

/** The same instant some months before, or the last day of that month. */
export function monthsBefore(now: Date, months: number): string {
  const first = new Date(now);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return first.toISOString();
}
