import { authErrors } from '@retail-performer/domain/auth';
import { AppError, invalid, kernelErrors, type Locale, lowered } from '@retail-performer/domain/kernel';
import { invitationRefusal, type InvitationRow, invitationStatus, type UserRow } from '@retail-performer/domain/people';
import { storeErrors, type WorkspaceRow } from '@retail-performer/domain/stores';
import type { Space } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { workspaceScope } from '../../core/scope.ts';
import { hashPassword } from '../../core/security/passwords.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import { isTaken, type Unit } from '../../core/unit.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { InvitationRepository } from '../people/invitation.repository.ts';
import { joinTeam } from '../people/team.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { Device } from './device.ts';
import type { SignedIn } from './login.service.ts';
import type { MeService } from './me.service.ts';
import { requireUnguessable } from './new-password.rules.ts';
import { invitationRefused, pendingInvitation } from './pending-invitation.ts';
import type { SessionRepository } from './session.repository.ts';
import type { SessionService } from './session.service.ts';

interface Repositories {
  readonly users: UserRepository;
  readonly workspaces: WorkspaceRepository;
  readonly stores: StoreRepository;
  readonly assignments: AssignmentRepository;
  readonly invitations: InvitationRepository;
  readonly sessions: SessionRepository;
  readonly audit: Audit;
}

interface Deps<R extends Repositories> {
  readonly data: Unit<R>;
  readonly system: System;
  readonly sessions: SessionService;
  readonly people: MeService;
  readonly spaceOf: (workspace_id: string) => Promise<Space>;
  /** Makes sure that a reserved seat still exists, in the transaction that uses it. */
  readonly useReservation: (at: R, workspace: Pick<WorkspaceRow, 'id'>) => Promise<void>;
}

/** What an invited person says. */
export interface Acceptance {
  readonly invitation_token: string;
  readonly password: string;
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly phone: string | null;
  readonly locale?: Locale | undefined;
  readonly terms_version: string | null;
}

/** Lets invited people join: the link makes them one account, once. */
export function acceptanceService<R extends Repositories>(deps: Deps<R>) {
  const { data, system, sessions, people, spaceOf, useReservation } = deps;

  async function requireAcceptable(invitation: InvitationRow, input: Acceptance, email: string): Promise<void> {
    const { workspace_id } = invitation;
    const workspace = await data.read.workspaces.find(workspace_id);
    requireUnguessable('password', input.password, { email, company: workspace?.name ?? null });
    requireWritable(await spaceOf(workspace_id));
    const store = await data.read.stores.find(workspaceScope(workspace_id), invitation.store_id);
    if (store === null || store.status === 'closed') throw new AppError(storeErrors, 'STORE_CLOSED');
    if ((await data.read.users.findByEmail(email)) !== null) throw inUse();
  }

  /** Takes the invitation and makes the person active, all in one transaction. */
  async function join(at: R, invitation: InvitationRow, set: Partial<UserRow>, now: string): Promise<UserRow> {
    const { id, user_id, workspace_id } = invitation;
    const ended = { pending_key: null, pending_user_key: null, updated_at: now } as const;
    const claimed = await at.invitations.settle(id, { status: 'accepted', accepted_at: now, ...ended });
    // Someone accepted, cancelled or replaced it since it was read.
    if (!claimed) throw invitationRefused(await reasonNow(at, id));
    const person = await at.users.get(user_id);
    if (person?.status !== 'invited' || person.store_id === null) throw invitationRefused('INVITATION_CANCELLED');
    if (person.role === 'seller') await useReservation(at, { id: workspace_id });

    const member = { ...person, workspace_id, store_id: person.store_id };
    const manager_id = await joinTeam(at, member, now);
    const user: UserRow = { ...person, ...set, manager_id };
    const { id: _, rev, ...fields } = user;
    await at.users.update(user_id, fields);
    return { ...user, rev: rev + 1 };
  }

  async function reasonNow(at: R, id: string) {
    const row = await at.invitations.get(id);
    return (row && invitationRefusal[invitationStatus(row, system.now())]) ?? 'INVITATION_INVALID';
  }

  return {
    /** Makes an invited person active and signs him in; of two who click at once the second is told so. */
    async accept(input: Acceptance, device: Device): Promise<SignedIn> {
      const invitation = await pendingInvitation(data.read.invitations, input.invitation_token, system.now());
      const email = addressOf(invitation, input.email);
      await requireAcceptable(invitation, input, email);

      const password_hash = await hashPassword(input.password);
      const now = system.now().toISOString();
      const { user, session } = await data
        .change(async (at) => {
          const joined = await join(at, invitation, activation(invitation, input, email, password_hash, now), now);
          await at.audit.record(
            { role: joined.role, user_id: joined.id, trace: device },
            {
              workspace_id: invitation.workspace_id,
              action: 'invitation.accepted',
              entity_type: 'invitation',
              entity_id: invitation.id,
              store_id: invitation.store_id,
            },
          );
          return { user: joined, session: await sessions.open(at, joined, { device, client: device.client }) };
        })
        .catch((error: unknown) => {
          throw isTaken(error, 'email') ? inUse() : error;
        });
      return { user: await people.view(user), grant: await sessions.grant(session, user.role) };
    },

    /** The same answer for a repeated acceptance, with a session of its own. */
    async again(user_id: string, device: Device): Promise<SignedIn> {
      const user = await data.read.users.get(user_id);
      if (user?.status !== 'active') throw new AppError(kernelErrors, 'SESSION_REVOKED');
      const session = await data.change((at) => sessions.open(at, user, { device, client: device.client }));
      return { user: await people.view(user), grant: await sessions.grant(session, user.role) };
    },
  };
}

/** What the routes call. */
export type AcceptanceService = ReturnType<typeof acceptanceService>;

const inUse = () => new AppError(authErrors, 'EMAIL_IN_USE');

/** The login name: the invitation's address, which a given one must repeat; where it has none, one must be given. */
function addressOf({ email }: InvitationRow, given: string | undefined): string {
  if (email !== null) {
    if (given !== undefined && given !== email) throw invitationRefused('INVITATION_EMAIL_MISMATCH');
    return email;
  }
  if (given === undefined) throw invalid('email', 'REQUIRED');
  return given;
}

function activation(
  { channel, url_shown }: InvitationRow,
  { name, phone, locale, terms_version }: Acceptance,
  email: string,
  password_hash: string,
  now: string,
): Partial<UserRow> {
  return {
    status: 'active',
    email,
    invited_email: null,
    // A link that was copied from a screen does not prove whose the address is.
    email_verified_at: channel === 'email' && !url_shown ? now : null,
    password_hash,
    password_changed_at: now,
    reserved_until: null,
    ...(name !== undefined && { name, name_lc: lowered(name) }),
    ...(phone !== null && { phone }),
    ...(locale !== undefined && { locale }),
    ...(terms_version !== null && { terms_version, terms_accepted_at: now }),
    last_login_at: now,
    last_seen_at: now,
    updated_at: now,
  };
}
