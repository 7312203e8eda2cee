import { authErrors, type Me } from '@retail-performer/domain/auth';
import { AppError } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { Audit } from '../../core/audit.ts';
import { hashPassword, isOutdated, verifyPassword } from '../../core/security/passwords.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { Device } from './device.ts';
import type { MeService } from './me.service.ts';
import type { SessionRepository } from './session.repository.ts';
import type { Grant, SessionService } from './session.service.ts';
import { loginLimited } from './sign-in-events.ts';
import type { SignInGuardService } from './sign-in-guard.service.ts';

interface Deps {
  readonly data: Unit<{
    readonly users: UserRepository;
    readonly workspaces: WorkspaceRepository;
    readonly sessions: SessionRepository;
    readonly audit: Audit;
  }>;
  readonly system: System;
  readonly sessions: SessionService;
  readonly guard: SignInGuardService;
  readonly people: MeService;
}

/** Someone who has signed in: who he is, and his tokens. */
export interface SignedIn {
  readonly user: Me;
  readonly grant: Grant;
}

interface Login {
  readonly email: string;
  readonly password: string;
  readonly remember: boolean;
}

/** Signs people in by address and password. */
export function loginService({ data, system, sessions, guard, people }: Deps) {
  // The same for an address without account, so that neither words nor time tell them apart.
  const noteBlocked = (email: string, user: UserRow | null, trace: Device) =>
    data.change(({ audit }) => audit.record({ role: 'system', trace }, loginLimited(email, user)));

  /** The account that may sign in; a right password of anyone else is as wrong as any. */
  async function accountOf({ password }: Login, user: UserRow | null): Promise<UserRow> {
    const fits = await verifyPassword(user?.password_hash ?? null, password);
    if (!fits || user === null || !['active', 'suspended'].includes(user.status)) throw wrong();
    const workspace = user.workspace_id === null ? null : await data.read.workspaces.find(user.workspace_id);
    if (workspace?.status === 'deleted') throw wrong();
    return user;
  }

  return {
    /** Opens a session for whoever knows the password; 401, or 403 when the account is suspended. */
    async login(login: Login, device: Device): Promise<SignedIn> {
      const found = await data.read.users.findByEmail(login.email);
      const attempt = await guard.begin(login.email, device.ip, async ({ first }) => {
        if (first) await noteBlocked(login.email, found, device);
      });
      const user = await accountOf(login, found);
      await attempt.passed();
      if (user.status === 'suspended') throw new AppError(authErrors, 'ACCOUNT_SUSPENDED');

      const { id, password_hash } = user;
      const newHash = isOutdated(password_hash ?? '') ? await hashPassword(login.password) : password_hash;
      const now = system.now().toISOString();
      const seen = { last_login_at: now, last_seen_at: now };
      const session = await data.change(async (at) => {
        const current = await at.users.get(id);
        if (current?.status !== 'active' || current.password_hash !== password_hash) throw wrong();
        await at.users.note(id, { ...seen, password_hash: newHash });
        if (isWorthAnAudit(user, now)) await at.audit.record(authorOf(user, device), signedIn(user));
        return sessions.open(at, user, { device, client: device.client, remember: login.remember });
      });
      return { user: await people.view({ ...user, ...seen }), grant: await sessions.grant(session, user.role) };
    },
  };
}
export type LoginService = ReturnType<typeof loginService>;

const wrong = () => new AppError(authErrors, 'INVALID_CREDENTIALS');

/** The line of the audit log's author for someone who is just becoming an actor. */
export const authorOf = ({ id, role }: Pick<UserRow, 'id' | 'role'>, trace: Device) => ({ role, user_id: id, trace });

const signedIn = ({ id, workspace_id }: UserRow) =>
  ({ workspace_id, action: 'auth.login_succeeded', entity_type: 'user', entity_id: id }) as const;

// Sellers sign in on shared phones all day: their first time of a day will do.
const isWorthAnAudit = ({ role, last_login_at }: UserRow, now: string): boolean =>
  role !== 'seller' || last_login_at?.slice(0, 10) !== now.slice(0, 10);
