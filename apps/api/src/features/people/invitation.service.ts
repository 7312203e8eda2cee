import type { Entitlement } from '@retail-performer/domain/billing';
import { AppError, businessDay, notFound } from '@retail-performer/domain/kernel';
import {
  type InvitationInput,
  type InvitationRow,
  type InvitationSent,
  invitationView,
  type UserRow,
  userView,
} from '@retail-performer/domain/people';
import { storeErrors, type StoreRow, type WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { scopeOf } from '../../core/scope.ts';
import { newLinkToken } from '../../core/security/link-tokens.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import { isTaken, type Unit } from '../../core/unit.ts';
import type { Links } from '../mail/links.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { AssignmentRepository } from './assignment.repository.ts';
import { alreadyPending, claimAddress } from './invitation-address.ts';
import type { InvitationRepository } from './invitation.repository.ts';
import { newInvitation } from './new-invitation.rules.ts';
import type { UserRepository } from './user.repository.ts';

interface Repositories {
  readonly users: UserRepository;
  readonly stores: StoreRepository;
  readonly workspaces: WorkspaceRepository;
  readonly assignments: AssignmentRepository;
  readonly invitations: InvitationRepository;
  readonly outbox: OutboxRepository;
  readonly audit: Audit;
}

interface Deps<R extends Repositories> {
  readonly data: Unit<R>;
  readonly system: System;
  readonly mails: MailQueueService;
  readonly links: Links;
  /** Makes sure that one more seat is free, in the transaction that takes it. */
  readonly takeSeat: (at: R, workspace: Pick<WorkspaceRow, 'id'>) => Promise<void>;
  readonly entitlementOf: (workspace: WorkspaceRow) => Promise<Entitlement>;
}

type Gerant = ActorOf<'gerant'>;

/** The store that someone is invited to, and the manager that its owner named for him. */
interface Place {
  readonly store: StoreRow;
  readonly coach: UserRow | null;
}

/** An invitation just written, and what only its owner is told. */
interface Written {
  readonly user: UserRow;
  readonly invitation: InvitationRow;
  readonly store: StoreRow;
  readonly workspace: WorkspaceRow;
  readonly token: string;
}

/** Lets owners invite managers and sellers. */
export function invitationService<R extends Repositories>(deps: Deps<R>) {
  const { data, system, mails, links, takeSeat, entitlementOf } = deps;

  async function placeFor(at: R, actor: Gerant, input: InvitationInput): Promise<Place> {
    const scope = scopeOf(actor);
    const store = await at.stores.find(scope, input.store_id);
    if (store === null) throw notFound('store');
    const named = input.manager_id === null ? null : await at.users.find(scope, input.manager_id);
    if (input.manager_id !== null && !(named !== null && coaches(named, store))) throw notFound('user');
    requireWritable(actor.space);
    if (store.status !== 'open') throw new AppError(storeErrors, 'STORE_NOT_OPEN');
    return { store, coach: input.role === 'seller' ? named : null };
  }

  async function write(at: R, actor: Gerant, input: InvitationInput): Promise<Written> {
    const { workspace_id, user_id } = actor;
    // A store does not close, and no seat is taken, between what is read here and what is written.
    await at.workspaces.lockSeats(workspace_id);
    const { store, coach } = await placeFor(at, actor, input);
    const workspace = await at.workspaces.find(workspace_id);
    const inviter = await at.users.get(user_id);
    if (workspace === null || inviter === null) throw notFound('workspace');
    if (input.email !== null) {
      await claimAddress(at, { workspace_id, email: input.email, invitation_id: null, now: system.now() });
    }
    if (input.role === 'seller') await takeSeat(at, workspace);

    const { token, token_hash } = newLinkToken(system, 'rpi_');
    const now = system.now();
    const today = businessDay(now, store);
    const url_shown = input.channel === 'link' || mails.mode === 'off' || actor.is_demo;
    const ids = { user: system.newId(), invitation: system.newId(), assignment: system.newId() };
    const made = newInvitation({ input, store, coach, workspace, inviter, token_hash, url_shown, today, now, ids });
    await at.users.insert(made.user);
    await at.assignments.insert(made.assignment);
    await at.invitations.insert(made.invitation);
    if (made.letter !== null) await mails.add(at, { ...made.letter, token });
    await at.audit.record(actor, {
      workspace_id,
      action: 'invitation.created',
      entity_type: 'invitation',
      entity_id: made.invitation.id,
      store_id: store.id,
      after: { role: input.role, channel: input.channel, user_id: made.user.id },
    });
    return { ...made, store, workspace, token };
  }

  return {
    /** Invites someone: the person exists from now on, and holds a seat as a seller until the invitation ends. */
    async invite(actor: Gerant, input: InvitationInput): Promise<InvitationSent> {
      const written = await data
        .change((at) => write(at, actor, input))
        .catch(async (error: unknown) => {
          // Of two who invite one address at the same instant, the second is told of the first.
          const first =
            isTaken(error, 'pending_key') && (await data.read.invitations.findByPendingKey(keyOf(actor, input)));
          throw first ? alreadyPending(first.id) : error;
        });
      const { user, invitation, store, workspace, token } = written;
      const mail = invitation.channel === 'link' ? null : mails.mode === 'on' && !user.is_demo ? 'queued' : 'held';
      return {
        invitation: invitationView(invitation, { name: user.name, store_name: store.name, mail }, system.now()),
        user: userView(user),
        invitation_url: invitation.url_shown ? links.invitation(token) : null,
        entitlement: await entitlementOf(workspace),
      };
    },
  };
}

const coaches = ({ role, status, store_ids }: UserRow, store: StoreRow): boolean =>
  role === 'manager' && status !== 'deleted' && store_ids.includes(store.id);

const keyOf = ({ workspace_id }: Gerant, { email }: InvitationInput): string => `${workspace_id}:${email}`;

/** What the routes and other features call. */
export interface InvitationService {
  invite(actor: Gerant, input: InvitationInput): Promise<InvitationSent>;
}
