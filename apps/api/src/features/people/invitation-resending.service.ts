import { AppError, invalidTransition, notFound, rateLimited } from '@retail-performer/domain/kernel';
import {
  invitationLifeMs,
  type InvitationRow,
  type InvitationSent,
  invitationStatus,
  noMoreSends,
  resendAfterMs,
  sendsMax,
  type UserRow,
  userView,
} from '@retail-performer/domain/people';
import { storeErrors, type StoreRow, type WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import { newLinkToken } from '../../core/security/link-tokens.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Links } from '../mail/links.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import { claimAddress } from './invitation-address.ts';
import { type InvitationListService, mailKey } from './invitation-list.service.ts';
import { letterFor } from './new-invitation.rules.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';
import { memberIn } from './staff-view.service.ts';

interface Records extends StaffRecords {
  readonly outbox: OutboxRepository;
}

interface Deps<R extends Records> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
  readonly lists: InvitationListService;
  readonly mails: MailQueueService;
  readonly links: Links;
  /** Makes sure that one more seat is free, in the transaction that takes it. */
  readonly takeSeat: (at: R, workspace: Pick<WorkspaceRow, 'id'>) => Promise<void>;
}

type Gerant = ActorOf<'gerant'>;

/** What is sent again, and to where. */
interface Parcel {
  readonly gerant: Gerant;
  readonly invitation: InvitationRow;
  readonly person: UserRow;
  readonly store: StoreRow;
  readonly now: Date;
}

/** Sends invitations again. */
export function invitationResendingService<R extends Records>(deps: Deps<R>) {
  const { commands, system, lists, mails, links, takeSeat } = deps;

  return {
    /** Gives an invitation a new link and seven new days; the former link is dead. One that had lapsed is checked again. */
    resend: (gerant: Gerant, invitation_id: string): Promise<InvitationSent> =>
      commands.alone(gerant, async (at) => {
        const scope = scopeOf(gerant);
        const invitation = await at.invitations.find(scope, invitation_id);
        if (invitation === null) throw notFound('invitation');
        requireWritable(gerant.space);
        const now = system.now();
        requireSendable(invitation, now);
        const person = await memberIn(at, scope, invitation.user_id);
        const store = person.store_id === null ? null : await at.stores.find(scope, person.store_id);
        if (store === null) throw notFound('store');
        const parcel = { gerant, invitation, person, store, now };
        if (invitationStatus(invitation, now) === 'expired') await revive(at, parcel);
        const { renewed, token } = await renew(at, parcel);
        const [view] = await lists.viewsOf(at, scope, [renewed]);
        if (view === undefined) throw notFound('invitation');
        return {
          invitation: view,
          user: userView(await memberIn(at, scope, person.id)),
          invitation_url: renewed.url_shown ? links.invitation(token) : null,
          entitlement: await commands.entitlement(at, gerant),
        };
      }),
  };

  /** What a new invitation has to fulfil, for one that holds nothing any more. */
  async function revive(at: R, { gerant, invitation, person, store, now }: Parcel): Promise<void> {
    const { workspace_id } = gerant;
    if (store.status !== 'open') throw new AppError(storeErrors, 'STORE_NOT_OPEN');
    const { email, id: invitation_id } = invitation;
    if (email !== null) await claimAddress(at, { workspace_id, email, invitation_id, now });
    if (person.role === 'seller') await takeSeat(at, { id: workspace_id });
  }

  async function renew(at: R, { gerant, invitation, person, store, now }: Parcel) {
    const scope = scopeOf(gerant);
    const workspace = await at.workspaces.find(gerant.workspace_id);
    const inviter = await at.users.get(gerant.user_id);
    if (workspace === null || inviter === null) throw notFound('workspace');
    const { token, token_hash } = newLinkToken(system, 'rpi_');
    const instant = now.toISOString();
    const { id: _, rev, ...renewable } = invitation;
    const set: Omit<InvitationRow, 'id' | 'rev'> = {
      ...renewable,
      store_id: store.id,
      manager_id: person.manager_id,
      status: 'pending',
      token_hash,
      pending_user_key: person.id,
      pending_key: invitation.email === null ? null : `${gerant.workspace_id}:${invitation.email}`,
      expires_at: new Date(now.getTime() + invitationLifeMs).toISOString(),
      url_shown: invitation.channel === 'link' || mails.mode === 'off' || gerant.is_demo,
      sent_count: invitation.sent_count + 1,
      last_sent_at: instant,
      updated_at: instant,
    };
    if (!(await at.invitations.change(invitation.id, set))) throw notFound('invitation');
    const renewed = { ...set, id: invitation.id, rev: rev + 1 };
    await at.staff.update(scope, person.id, { reserved_until: set.expires_at, updated_at: instant });
    // The link of a mail that has not left yet is dead.
    await at.outbox.withdraw(mailKey(invitation), instant);
    if (invitation.channel === 'email' && invitation.email !== null) {
      const coach = person.manager_id === null ? null : await at.users.find(scope, person.manager_id);
      const letter = letterFor({ workspace, store, coach, inviter }, renewed, person, invitation.email);
      await mails.add(at, { ...letter, token });
    }
    await at.audit.record(gerant, {
      workspace_id: gerant.workspace_id,
      action: 'invitation.resent',
      entity_type: 'invitation',
      entity_id: invitation.id,
      store_id: store.id,
      after: { sent_count: set.sent_count },
    });
    return { renewed, token };
  }
}
export type InvitationResendingService = ReturnType<typeof invitationResendingService>;

/** An invitation that awaits an answer, or did, may be sent six times, ten minutes apart. */
function requireSendable(invitation: InvitationRow, now: Date): void {
  const status = invitationStatus(invitation, now);
  if (status === 'accepted' || status === 'cancelled') throw invalidTransition(status, 'pending');
  if (invitation.sent_count >= sendsMax) throw new AppError(noMoreSends, 'RATE_LIMITED', { retry_after: 86_400 });
  const wait = Date.parse(invitation.last_sent_at) + resendAfterMs - now.getTime();
  if (wait > 0) throw rateLimited(Math.ceil(wait / 1000));
}
