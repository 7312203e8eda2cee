import { refreshVerdict, type SessionRow } from '@retail-performer/domain/auth';
import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { Audit } from '../../core/audit.ts';
import type { Counters } from '../../core/limits/counters.ts';
import { allowed, type Policy, scaled } from '../../core/limits/policy.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { Device } from './device.ts';
import type { RefreshClaimService } from './refresh-claim.service.ts';
import type { SessionRepository } from './session.repository.ts';
import type { Grant, SessionService } from './session.service.ts';

interface Repositories {
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly outbox: OutboxRepository;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Repositories>;
  readonly system: System;
  readonly claims: RefreshClaimService;
  readonly sessions: SessionService;
  readonly mails: MailQueueService;
  readonly counters: Counters;
  /** Multiplies what is allowed, for load runs. */
  readonly scale: number;
}

/** New tokens, and the headers that tell how many more one may ask for. */
export interface Refreshed {
  readonly grant: Grant;
  readonly headers: Readonly<Record<string, string>>;
}

/** Trades refresh tokens for new tokens. */
export function refreshService({ data, system, claims, sessions, mails, counters, scale }: Deps) {
  const policy: Policy = scaled({ name: 'refresh', most: 60, seconds: 60 }, scale);

  async function endStolen(at: Repositories, session: SessionRow, user: UserRow, device: Device): Promise<void> {
    const now = system.now().toISOString();
    if (!(await at.sessions.revoke(session.id, 'token_reuse', now))) return;
    await at.audit.record(
      { role: user.role, user_id: user.id, trace: device },
      {
        workspace_id: user.workspace_id,
        action: 'auth.token_reuse_detected',
        entity_type: 'session',
        entity_id: session.id,
      },
    );
    if (user.email === null) return;
    await mails.add(at, {
      template: 'security_alert',
      locale: user.locale,
      to_email: user.email,
      to_name: user.name,
      variables: { event: 'token_reuse', at: now },
      dedupe_key: `security_alert:${session.id}`,
      workspace_id: user.workspace_id,
      user_id: user.id,
      is_demo: user.is_demo,
    });
  }

  return {
    /** New tokens for a refresh token; 401 says why not, and a stolen one ends the session it came from. */
    async refresh(token: string | null, device: Device): Promise<Refreshed> {
      if (token === null) throw refused('TOKEN_MISSING');
      const claim = await claims.read(token);
      if (claim === null) throw refused('TOKEN_INVALID');
      const { session_id, generation } = claim;
      const headers = allowed(policy, await counters.countHit(`refresh:${session_id}`, policy.seconds * 1000));

      const outcome = await data.change(async (at) => {
        const session = await at.sessions.get(session_id);
        const user = session && (await at.users.get(session.user_id));
        if (session === null || user?.status !== 'active') return null;
        const verdict = refreshVerdict(session, generation, system.now());
        if (verdict === 'reuse') await endStolen(at, session, user, device);
        return {
          verdict,
          user,
          session: verdict === 'rotate' ? await sessions.renew(at, session, user.role) : session,
        };
      });

      switch (outcome?.verdict) {
        case 'rotate':
        case 'repeat':
          return { grant: await sessions.grant(outcome.session, outcome.user.role), headers };
        case 'expired':
          throw refused('TOKEN_EXPIRED');
        case 'unknown':
          throw refused('TOKEN_INVALID');
        default:
          throw refused('SESSION_REVOKED');
      }
    },
  };
}
export type RefreshService = ReturnType<typeof refreshService>;

const refused = (code: 'TOKEN_MISSING' | 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'SESSION_REVOKED') =>
  new AppError(kernelErrors, code);
