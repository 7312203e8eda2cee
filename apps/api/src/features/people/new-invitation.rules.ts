import type { Day } from '@retail-performer/domain/kernel';
import {
  invitationLifeMs,
  type InvitationInput,
  type InvitationRow,
  type StoreAssignmentRow,
  type UserRow,
} from '@retail-performer/domain/people';
import type { StoreRow, WorkspaceRow } from '@retail-performer/domain/stores';
import type { Letter } from '../mail/mail-queue.service.ts';
import { newUser } from './new-user.rules.ts';

/** What a new invitation is made from; every check has been made. */
export interface InvitationStart {
  readonly input: InvitationInput;
  readonly store: StoreRow;
  readonly coach: UserRow | null;
  readonly workspace: WorkspaceRow;
  readonly inviter: UserRow;
  readonly token_hash: string;
  readonly url_shown: boolean;
  readonly today: Day;
  readonly now: Date;
  readonly ids: { readonly user: string; readonly invitation: string; readonly assignment: string };
}

/** All that an invitation writes; a letter only where the mail channel was chosen. */
export interface NewInvitation {
  readonly user: UserRow;
  readonly assignment: StoreAssignmentRow;
  readonly invitation: InvitationRow;
  readonly letter: Letter | null;
}

/** The person, his place and his invitation, for seven days of 24 hours. */
export function newInvitation(start: InvitationStart): NewInvitation {
  const { input, store, workspace, inviter, today, now, ids } = start;
  const instant = now.toISOString();
  const expires_at = new Date(now.getTime() + invitationLifeMs).toISOString();
  const locale = input.locale ?? workspace.locale;
  const { role, email, channel } = input;
  const manager_id = start.coach?.id ?? null;
  const dated = { created_at: instant, updated_at: instant };

  const user = newUser({
    id: ids.user,
    workspace_id: workspace.id,
    role,
    status: 'invited',
    name: input.name,
    locale,
    invited_email: email,
    gerant_id: workspace.gerant_id,
    store_id: store.id,
    store_ids: [store.id],
    manager_id,
    origin: 'invitation',
    reserved_until: expires_at,
    created_by: inviter.id,
    is_demo: workspace.is_demo,
    ...dated,
  });
  const assignment: StoreAssignmentRow = {
    id: ids.assignment,
    workspace_id: workspace.id,
    user_id: user.id,
    store_id: store.id,
    role,
    from_date: today,
    to_date: null,
    open_key: `${user.id}:${store.id}`,
    ended_by: null,
    ...dated,
  };
  const invitation: InvitationRow = {
    id: ids.invitation,
    workspace_id: workspace.id,
    user_id: user.id,
    name: null,
    pending_user_key: user.id,
    token_hash: start.token_hash,
    channel,
    email,
    pending_key: email === null ? null : `${workspace.id}:${email}`,
    role,
    store_id: store.id,
    manager_id,
    status: 'pending',
    expires_at,
    url_shown: start.url_shown,
    sent_count: 1,
    last_sent_at: instant,
    invited_by: inviter.id,
    accepted_at: null,
    cancelled_at: null,
    cancelled_by: null,
    rev: 1,
    ...dated,
  };
  const isMailed = channel === 'email' && email !== null;
  return { user, assignment, invitation, letter: isMailed ? letterFor(start, invitation, user, email) : null };
}

/** The mail that carries an invitation's link. */
export const letterFor = (
  { workspace, store, coach, inviter }: Pick<InvitationStart, 'workspace' | 'store' | 'coach' | 'inviter'>,
  { id, role, expires_at, sent_count }: InvitationRow,
  { id: user_id, name, locale }: UserRow,
  email: string,
): Letter => ({
  template: role === 'manager' ? 'invitation_manager' : 'invitation_seller',
  locale,
  to_email: email,
  to_name: name,
  variables: {
    inviter_name: inviter.name,
    company_name: workspace.name,
    store_name: store.name,
    manager_name: coach?.name ?? null,
    timezone: store.timezone,
    expires_at,
  },
  dedupe_key: `invitation:${id}:${sent_count}`,
  workspace_id: workspace.id,
  user_id,
  not_after: expires_at,
  is_demo: workspace.is_demo,
});
