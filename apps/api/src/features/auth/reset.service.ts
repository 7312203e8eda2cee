import { authErrors, type PasswordResetRow } from '@retail-performer/domain/auth';
import { AppError } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { Trace } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { hashOf } from '../../core/security/link-tokens.ts';
import { hashPassword } from '../../core/security/passwords.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { Device } from './device.ts';
import { requireUnguessable } from './new-password.rules.ts';
import { passwordNotice } from './password-notice.ts';
import type { ResetRepository } from './reset.repository.ts';
import type { SessionRepository } from './session.repository.ts';
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
  readonly mails: MailQueueService;
  readonly guard: SignInGuardService;
}

/** Lets people choose a new password by a link that proves that they may. */
export function resetService({ data, system, mails, guard }: Deps) {
  async function usable(token: string): Promise<{ readonly reset: PasswordResetRow; readonly user: UserRow }> {
    const reset = await data.read.resets.findByTokenHash(hashOf(token));
    if (reset === null || reset.used_at !== null || reset.expires_at <= system.now().toISOString()) throw gone();
    const user = await data.read.users.get(reset.user_id);
    if (user?.status !== 'active') throw gone();
    return { reset, user };
  }

  const companyOf = async ({ workspace_id }: UserRow): Promise<string | null> =>
    workspace_id === null ? null : ((await data.read.workspaces.find(workspace_id))?.name ?? null);

  return {
    /** Until when a link may be used; 400 when it may not. */
    endOf: async (token: string): Promise<string> => (await usable(token)).reset.expires_at,

    /** Sets the new password, once for each link; every session of the person ends. */
    async reset(token: string, new_password: string, device: Device): Promise<void> {
      const { reset, user } = await usable(token);
      requireUnguessable('new_password', new_password, { email: user.email, company: await companyOf(user) });
      const password_hash = await hashPassword(new_password);

      await data.change(async (at) => {
        const now = system.now().toISOString();
        const current = await at.users.get(user.id);
        if (current?.status !== 'active' || current.email === null) throw gone();
        if (!(await at.resets.claim(reset.id, now))) throw gone();
        const verified = reset.channel === 'mail' ? (current.email_verified_at ?? now) : current.email_verified_at;
        const set = { password_hash, password_changed_at: now, email_verified_at: verified, updated_at: now };
        await at.users.update(user.id, set);
        await at.sessions.revokeAll([user.id], 'password_changed', now);
        await at.resets.removeUnused(user.id);
        await mails.add(at, passwordNotice({ ...current, email: current.email }, reset.id, device, now));
        await at.audit.record(authorOf(user, device), event(user, 'auth.password_reset_done'));
      });
      if (user.email !== null) await guard.forget(user.email);
    },
  };
}
export type ResetService = ReturnType<typeof resetService>;

const gone = () => new AppError(authErrors, 'RESET_TOKEN_INVALID');

const authorOf = ({ id, role }: UserRow, trace: Trace) => ({ role, user_id: id, trace });

const event = ({ id, workspace_id }: UserRow, action: 'auth.password_reset_done') =>
  ({ workspace_id, action, entity_type: 'user', entity_id: id }) as const;
