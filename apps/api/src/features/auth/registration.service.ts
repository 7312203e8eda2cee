import { authErrors, type Me } from '@retail-performer/domain/auth';
import { AppError, kernelErrors, type Locale } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import { type Workspace, type WorkspaceRow, workspaceView } from '@retail-performer/domain/stores';
import type { Audit } from '../../core/audit.ts';
import { hashPassword } from '../../core/security/passwords.ts';
import type { System } from '../../core/system.ts';
import { isTaken, type Unit } from '../../core/unit.ts';
import { newUser } from '../people/new-user.rules.ts';
import type { UserRepository } from '../people/user.repository.ts';
import { newWorkspace, unnamedCompany } from '../stores/new-workspace.rules.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { Device } from './device.ts';
import type { MeService } from './me.service.ts';
import { requireUnguessable } from './new-password.rules.ts';
import type { SessionRepository } from './session.repository.ts';
import type { Grant, SessionService } from './session.service.ts';

interface Deps {
  readonly data: Unit<{
    readonly users: UserRepository;
    readonly workspaces: WorkspaceRepository;
    readonly sessions: SessionRepository;
    readonly audit: Audit;
  }>;
  readonly system: System;
  readonly sessions: SessionService;
  readonly people: MeService;
  readonly newTrial: (now: Date) => Pick<WorkspaceRow, 'trial_start' | 'trial_end'>;
}

/** What an owner says of himself and his company. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly company_name?: string | undefined;
  readonly workspace_name?: string | undefined;
  readonly phone: string | null;
  readonly locale?: Locale | undefined;
  readonly terms_version: string | null;
}

/** A company that has just begun, and its owner signed in. */
export interface Registered {
  readonly user: Me;
  readonly workspace: Workspace;
  readonly grant: Grant;
}

/** Lets owners sign up: account, company and trial begin together or not at all. */
export function registrationService({ data, system, sessions, people, newTrial }: Deps) {
  const answer = async (user: UserRow, workspace: WorkspaceRow, grant: Grant): Promise<Registered> => ({
    user: await people.view(user),
    workspace: workspaceView(workspace),
    grant,
  });

  function begin(input: Registration, company: string, password_hash: string, device: Device) {
    const now = system.now();
    const instant = now.toISOString();
    const { name, email, phone, terms_version, locale = device.locale } = input;
    const [gerant_id, workspace_id] = [system.newId(), system.newId()];
    const user = newUser({
      id: gerant_id,
      workspace_id,
      role: 'gerant',
      status: 'active',
      name,
      email,
      phone,
      locale,
      password_hash,
      password_changed_at: instant,
      origin: 'self',
      terms_version,
      terms_accepted_at: terms_version === null ? null : instant,
      last_login_at: instant,
      last_seen_at: instant,
      created_at: instant,
    });
    const trial = newTrial(now);
    return { user, workspace: newWorkspace({ id: workspace_id, name: company, gerant_id, locale, trial, now }) };
  }

  return {
    /** Begins a company; 409 when the address has an account, which stays as it is. */
    async register(input: Registration, device: Device): Promise<Registered> {
      const { email, password } = input;
      const company = input.company_name ?? input.workspace_name ?? unnamedCompany(input.name);
      requireUnguessable('password', password, { email, company });
      if ((await data.read.users.findByEmail(email)) !== null) throw inUse();

      const { user, workspace } = begin(input, company, await hashPassword(password), device);
      const author = { role: user.role, user_id: user.id, trace: device };
      const session = await data
        .change(async (at) => {
          await at.users.insert(user);
          await at.workspaces.insert(workspace);
          await at.audit.record(author, {
            workspace_id: workspace.id,
            action: 'workspace.created',
            entity_type: 'workspace',
            entity_id: workspace.id,
            after: { trial_end: workspace.trial_end },
          });
          return sessions.open(at, user, { device, client: device.client });
        })
        .catch((error: unknown) => {
          throw isTaken(error, 'email') ? inUse() : error;
        });
      return answer(user, workspace, await sessions.grant(session, user.role));
    },

    /** The same answer for a repeated registration, with a session of its own. */
    async again(user_id: string, device: Device): Promise<Registered> {
      const user = await data.read.users.get(user_id);
      const workspace = await data.read.workspaces.findOfOwner(user_id);
      if (user?.status !== 'active' || workspace === null) throw new AppError(kernelErrors, 'SESSION_REVOKED');
      const session = await data.change((at) => sessions.open(at, user, { device, client: device.client }));
      return answer(user, workspace, await sessions.grant(session, user.role));
    },
  };
}
export type RegistrationService = ReturnType<typeof registrationService>;

const inUse = () => new AppError(authErrors, 'EMAIL_IN_USE');
