import { z } from 'zod';
import { Cursor, endpoints, ExternalId, Id, line, Name, page, Phone } from '../kernel/index.ts';
import { Invitation, InvitationCancelled, InvitationSent } from './invitation.model.ts';
import { Staff, StaffChanged, StaffDeleted, StaffDetail, StaffTransferred } from './staff.model.ts';
import { User } from './user.model.ts';

const params = z.object({ user_id: Id });
const invitationParams = z.object({ invitation_id: Id });
const Limit = z.coerce.number().pipe(z.int().min(1).max(100)).default(50);

/** Which invitations to list. */
export const InvitationQuery = z.object({
  status: Invitation.shape.status.optional(),
  store_id: Id.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type InvitationQuery = z.output<typeof InvitationQuery>;

/** Which people to list; `q` begins their name. */
export const StaffQuery = z.object({
  role: z.enum(['manager', 'seller']).optional(),
  status: z.enum(['invited', 'active', 'suspended']).optional(),
  store_id: Id.optional(),
  q: line({ max: 100 }).default(''),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type StaffQuery = z.output<typeof StaffQuery>;

/** What changes of a person; null clears, a key left out stays. */
export const StaffPatch = z.object({
  name: Name.optional(),
  phone: Phone.nullable().optional(),
  external_id: ExternalId.optional(),
  manager_id: Id.nullable().optional(),
});
export type StaffPatch = z.output<typeof StaffPatch>;

/** Where and with which coach someone comes back, when not as before. */
export const Reactivation = z.object({ store_id: Id.optional(), manager_id: Id.nullable().optional() });
export type Reactivation = z.output<typeof Reactivation>;

/** Where someone goes, and who coaches him there. */
export const Transfer = z.object({ store_id: Id, manager_id: Id.nullable().default(null) });
export type Transfer = z.output<typeof Transfer>;

/** The endpoints of an owner's people. */
export const staffApi = endpoints({
  listInvitations: {
    method: 'GET',
    path: '/gerant/invitations',
    access: ['gerant'],
    summary: 'The invitations of the space, newest first',
    query: InvitationQuery,
    reply: page(Invitation),
  },
  resendInvitation: {
    method: 'POST',
    path: '/gerant/invitations/:invitation_id/resend',
    access: ['gerant'],
    summary: 'Send an invitation again with a new link; the former one is dead',
    params: invitationParams,
    reply: InvitationSent,
    when_read_only: 'by_service',
    limit: 'invite',
    refusals: [
      'NOT_FOUND',
      'INVALID_TRANSITION',
      'SEAT_LIMIT_REACHED',
      'STORE_NOT_OPEN',
      'EMAIL_IN_USE',
      'INVITATION_ALREADY_PENDING',
      'RATE_LIMITED',
    ],
  },
  cancelInvitation: {
    method: 'DELETE',
    path: '/gerant/invitations/:invitation_id',
    access: ['gerant'],
    summary: 'Cancel an invitation; the seat is free at once',
    params: invitationParams,
    reply: InvitationCancelled,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION'],
  },
  listStaff: {
    method: 'GET',
    path: '/gerant/staff',
    access: ['gerant'],
    summary: 'Managers and sellers of the space, by name',
    query: StaffQuery,
    reply: page(Staff),
  },
  showStaff: {
    method: 'GET',
    path: '/gerant/staff/:user_id',
    access: ['gerant'],
    summary: 'One person, with the stores he worked in',
    params,
    reply: StaffDetail,
    etag: true,
    refusals: ['NOT_FOUND'],
  },
  editStaff: {
    method: 'PATCH',
    path: '/gerant/staff/:user_id',
    access: ['gerant'],
    summary: 'Change a person’s name, phone, external code or coach',
    params,
    body: StaffPatch,
    reply: StaffChanged,
    if_match: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'EXTERNAL_ID_IN_USE', 'NOTHING_TO_UPDATE', 'STALE_REVISION'],
  },
  suspendStaff: {
    method: 'POST',
    path: '/gerant/staff/:user_id/suspend',
    access: ['gerant'],
    summary: 'Suspend a person: sessions end, the seat is free, figures stay',
    params,
    reply: StaffChanged,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION'],
  },
  reactivateStaff: {
    method: 'POST',
    path: '/gerant/staff/:user_id/reactivate',
    access: ['gerant'],
    summary: 'Give a suspended person access again',
    params,
    body: Reactivation.nullable(),
    reply: StaffChanged,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION', 'STORE_CLOSED', 'STORE_NOT_OPEN', 'SEAT_LIMIT_REACHED'],
  },
  transferStaff: {
    method: 'POST',
    path: '/gerant/staff/:user_id/transfer',
    access: ['gerant'],
    summary: 'Move a person to another store; past figures stay where they were made',
    params,
    body: Transfer,
    reply: StaffTransferred,
    idempotent: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'STORE_NOT_OPEN', 'INVALID_TRANSITION'],
  },
  deleteStaff: {
    method: 'DELETE',
    path: '/gerant/staff/:user_id',
    access: ['gerant'],
    summary: 'Delete a person for good; the name stays beside past figures',
    params,
    reply: StaffDeleted,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND'],
  },
  assignCoach: {
    method: 'PUT',
    path: '/stores/:store_id/sellers/:seller_id/manager',
    access: ['gerant', 'manager'],
    summary: 'Name the coach of a seller; gives no right',
    params: z.object({ store_id: Id, seller_id: Id }),
    body: z.object({ manager_id: Id.nullable() }),
    reply: z.object({ seller: User }),
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN'],
  },
});
