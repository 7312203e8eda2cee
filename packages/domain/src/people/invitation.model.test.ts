import { expect, it } from 'vitest';
import { invitationMail, invitationRefusal, type InvitationRow, invitationStatus } from './invitation.model.ts';

const now = new Date('2025-12-15T18:00:00.000Z');
const row: InvitationRow = {
  id: 'i1',
  workspace_id: 'mode',
  user_id: 'nina',
  name: null,
  pending_user_key: 'nina',
  token_hash: 'h',
  channel: 'email',
  email: 'nina@new.example',
  pending_key: 'mode:nina@new.example',
  role: 'seller',
  store_id: 'lyon',
  manager_id: null,
  status: 'pending',
  expires_at: '2025-12-15T18:00:00.001Z',
  url_shown: false,
  sent_count: 1,
  last_sent_at: '2025-12-08T18:00:00.001Z',
  invited_by: 'owner',
  accepted_at: null,
  cancelled_at: null,
  cancelled_by: null,
  rev: 1,
  created_at: '2025-12-08T18:00:00.001Z',
  updated_at: '2025-12-08T18:00:00.001Z',
};
const past = '2025-12-15T18:00:00.000Z';

it.each([
  ['pending', {}, null],
  ['expired', { expires_at: past }, 'INVITATION_EXPIRED'],
  ['expired', { status: 'expired' }, 'INVITATION_EXPIRED'],
  ['accepted', { status: 'accepted' }, 'INVITATION_USED'],
  ['accepted', { status: 'accepted', expires_at: past }, 'INVITATION_USED'],
  ['cancelled', { status: 'cancelled' }, 'INVITATION_CANCELLED'],
  ['cancelled', { status: 'cancelled', expires_at: past }, 'INVITATION_CANCELLED'],
] as const)('reads %s when %j, and is refused with %s', (status, more, refusal) => {
  const read = invitationStatus({ ...row, ...more }, now);
  expect(read).toBe(status);
  expect(invitationRefusal[read]).toBe(refusal);
});

it.each([
  [null, 'off'],
  ['held', 'off'],
  ['suppressed', 'off'],
  ['queued', 'queued'],
  ['sending', 'queued'],
  ['sent', 'sent'],
  ['dead', 'failed'],
  ['expired', 'failed'],
] as const)('tells of a mail that is %s that it is %s', (mail, told) => expect(invitationMail(mail)).toBe(told));
