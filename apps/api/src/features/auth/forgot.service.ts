import type { UserRow } from '@retail-performer/domain/people';
import type { Trace } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import type { Background } from '../../core/background.ts';
import type { Counters } from '../../core/limits/counters.ts';
import { type Policy, scaled } from '../../core/limits/policy.ts';
import { hashOf, newLinkToken } from '../../core/security/link-tokens.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { ResetRepository } from './reset.repository.ts';

interface Repositories {
  readonly users: UserRepository;
  readonly resets: ResetRepository;
  readonly outbox: OutboxRepository;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Repositories>;
  readonly system: System;
  readonly mails: MailQueueService;
  readonly counters: Counters;
  readonly background: Background;
  readonly ttl_minutes: number;
  /** Multiplies what is allowed, for load runs. */
  readonly scale: number;
}

/** Gives people who forgot their password a link to a new one. */
export function forgotService({ data, system, mails, counters, background, ttl_minutes, scale }: Deps) {
  const perAccount: Policy = scaled({ name: 'forgot', most: 3, seconds: 15 * 60 }, scale);

  /** Makes the one link that works, within a transaction; the earlier ones are void. */
  async function makeToken(at: Repositories, user: UserRow, channel: 'mail' | 'operator', trace: Trace) {
    const now = system.now();
    const { token, token_hash } = newLinkToken(system);
    const expires_at = new Date(now.getTime() + ttl_minutes * 60_000).toISOString();
    const instant = now.toISOString();
    const id = system.newId();
    await at.resets.removeUnused(user.id);
    await at.resets.insert({
      id,
      user_id: user.id,
      token_hash,
      expires_at,
      used_at: null,
      channel,
      ip_prefix: trace.ip_prefix,
      created_at: instant,
      updated_at: instant,
    });
    await at.audit.record(
      { role: 'system', trace },
      {
        workspace_id: user.workspace_id,
        action: 'auth.password_reset_requested',
        entity_type: 'user',
        entity_id: user.id,
      },
    );
    return { id, token, expires_at };
  }

  async function mailLink(email: string, trace: Trace): Promise<void> {
    const { count } = await counters.countHit(`forgot:${hashOf(email)}`, perAccount.seconds * 1000);
    if (count > perAccount.most) return;
    const user = await data.read.users.findByEmail(email);
    if (user?.status !== 'active') return;
    await data.change(async (at) => {
      const { id, token, expires_at } = await makeToken(at, user, 'mail', trace);
      await mails.add(at, {
        template: 'password_reset',
        locale: user.locale,
        to_email: email,
        to_name: user.name,
        variables: { ttl_minutes },
        token,
        dedupe_key: `password_reset:${id}`,
        workspace_id: user.workspace_id,
        user_id: user.id,
        not_after: expires_at,
        is_demo: user.is_demo,
      });
    });
  }

  return {
    /** Sees to it after the answer, so that its time does not tell whether there is an account. */
    forgot: (email: string, { request_id, ip_prefix }: Trace): void =>
      background.later('forgotten password', () => mailLink(email, { request_id, ip_prefix })),

    /** A link for an operator to hand over himself; null when nobody active has that address. */
    async issueToken(email: string, trace: Trace): Promise<string | null> {
      const user = await data.read.users.findByEmail(email);
      if (user?.status !== 'active') return null;
      const { token } = await data.change((at) => makeToken(at, user, 'operator', trace));
      return token;
    },
  };
}
export type ForgotService = ReturnType<typeof forgotService>;
