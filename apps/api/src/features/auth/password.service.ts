import { authErrors, type PasswordChange, sessionState, type SessionRow } from '@retail-performer/domain/auth';
import { AppError, invalid, kernelErrors } from '@retail-performer/domain/kernel';
import type { UserActor } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { hashPassword, verifyPassword } from '../../core/security/passwords.ts';
import { requireNotDemo } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { Device } from './device.ts';
import { requireUnguessable } from './new-password.rules.ts';
import { passwordNotice, type Reachable } from './password-notice.ts';
import type { ResetRepository } from './reset.repository.ts';
import type { SessionRepository } from './session.repository.ts';
import type { Grant, SessionService } from './session.service.ts';
import { loginLimited } from './sign-in-events.ts';
import type { SignInGuardService } from './sign-in-guard.service.ts';

interface Repositories {
  readonly users: UserRepository;
  readonly workspaces: WorkspaceRepository;
  readonly sessions: SessionRepository;
  readonly resets: ResetRepository;
  readonly outbox: OutboxRepository;
  readonly audit: Audit;
}

interface Deps {
  readonly data: Unit<Repositories>;
  readonly system: System;
  readonly sessions: SessionService;
  readonly guard: SignInGuardService;
  readonly mails: MailQueueService;
}

/** Lets people who are signed in change their password. */
export function passwordService({ data, system, sessions, guard, mails }: Deps) {
  /** Refuses a wrong current password, which counts as a failed sign-in; 429 when there were too many. */
  async function requirePassword(actor: UserActor, user: Reachable, current: string, device: Device): Promise<void> {
    const attempt = await guard.begin(user.email, device.ip, async ({ first }) => {
      if (first) await data.change(({ audit }) => audit.record(actor, loginLimited(user.email, user)));
    });
    if (!(await verifyPassword(user.password_hash, current))) throw wrong();
    await attempt.passed();
  }

  async function replace(at: Repositories, actor: UserActor, seen: Reachable, hash: string): Promise<SessionRow> {
    const now = system.now();
    const instant = now.toISOString();
    const session = await at.sessions.get(actor.session_id);
    if (session === null || sessionState(session, now) !== 'live') throw ended();
    const user = await personOf(at, actor);
    // Someone else changed it meanwhile: what was checked is no longer the password.
    if (user.password_hash !== seen.password_hash) throw wrong();

    await at.users.update(user.id, { password_hash: hash, password_changed_at: instant, updated_at: instant });
    for (const { id } of await at.sessions.findLive(user.id, instant)) {
      if (id !== session.id) await at.sessions.revoke(id, 'password_changed', instant);
    }
    await at.resets.removeUnused(user.id);
    return sessions.renew(at, session, user.role);
  }

  return {
    /** Sets the new password: all other sessions end, this one gets new tokens, and the person is told by mail. */
    async change(actor: UserActor, { current_password, new_password }: PasswordChange, device: Device): Promise<Grant> {
      requireNotDemo(actor);
      const user = await personOf(data.read, actor);
      const workspace = user.workspace_id === null ? null : await data.read.workspaces.find(user.workspace_id);
      requireUnguessable('new_password', new_password, { email: user.email, company: workspace?.name ?? null });
      if (sameText(current_password, new_password)) throw invalid('new_password', 'PASSWORD_UNCHANGED');
      await requirePassword(actor, user, current_password, device);

      const password_hash = await hashPassword(new_password);
      const cause = system.newId();
      const session = await data.change(async (at) => {
        const renewed = await replace(at, actor, user, password_hash);
        await mails.add(at, passwordNotice(user, cause, device, renewed.updated_at));
        await at.audit.record(actor, {
          workspace_id: user.workspace_id,
          action: 'auth.password_changed',
          entity_type: 'user',
          entity_id: user.id,
        });
        return renewed;
      });
      return sessions.grant(session, user.role);
    },
  };
}
export type PasswordService = ReturnType<typeof passwordService>;

async function personOf({ users }: Pick<Repositories, 'users'>, { user_id }: UserActor): Promise<Reachable> {
  const user = await users.get(user_id);
  if (user?.status !== 'active' || user.email === null) throw ended();
  return { ...user, email: user.email };
}

const ended = () => new AppError(kernelErrors, 'SESSION_REVOKED');
const wrong = () => new AppError(authErrors, 'WRONG_PASSWORD');

const sameText = (one: string, other: string): boolean => one.normalize('NFC') === other.normalize('NFC');
