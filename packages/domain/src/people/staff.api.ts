import { z } from 'zod';
import { Entitlement } from '../billing/entitlement.model.ts';
import { Day, endpoints, Id, Instant, line, Name, page, Phone } from '../kernel/index.ts';
import { Invitation, InvitationSent } from './invitation.model.ts';
import { SuspensionReason, User } from './user.model.ts';

/** A manager or seller as the owner sees him. */
export const Staff = User.extend({
  store_name: z.string().nullable(),
  manager_name: z.string().nullable(),
  last_entry_date: Day.nullable(),
  suspended_at: Instant.nullable(),
  suspended_reason: SuspensionReason.nullable(),
});
export type Staff = z.output<typeof Staff>;

/** The same with the stores he worked in. */
export const StaffDetail = Staff.extend({
  assignments: z.array(z.object({ store_id: Id, store_name: z.string(), from_date: Day, to_date: Day.nullable() })),
});
export type StaffDetail = z.output<typeof StaffDetail>;

/** What a command about a person answers: the person, and the seats right after. */
export const StaffChanged = z.object({ user: StaffDetail, entitlement: Entitlement });
export type StaffChanged = z.output<typeof StaffChanged>;

const params = z.object({ user_id: Id });
const invitationParams = z.object({ invitation_id: Id });
const Limit = z.coerce.number().pipe(z.int().min(1).max(100)).default(50);
const Cursor = z.string().max(500).optional();

/** The endpoints of an owner's people. */
export const staffApi = endpoints({
  listInvitations: {
    method: 'GET',
    path: '/gerant/invitations',
    access: ['gerant'],
    summary: 'The invitations of the space, newest first',
    query: z.object({
      status: Invitation.shape.status.optional(),
      store_id: Id.optional(),
      limit: Limit,
      cursor: Cursor,
    }),
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
      'RATE_LIMITED',
    ],
  },
  cancelInvitation: {
    method: 'DELETE',
    path: '/gerant/invitations/:invitation_id',
    access: ['gerant'],
    summary: 'Cancel an invitation; the seat is free at once',
    params: invitationParams,
    reply: z.object({ invitation: Invitation, entitlement: Entitlement }),
    when_read_only: 'allow',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION'],
  },
  listStaff: {
    method: 'GET',
    path: '/gerant/staff',
    access: ['gerant'],
    summary: 'Managers and sellers of the space, by name',
    query: z.object({
      role: z.enum(['manager', 'seller']).optional(),
      status: z.enum(['invited', 'active', 'suspended']).optional(),
      store_id: Id.optional(),
      q: line({ max: 100 }).default(''),
      limit: Limit,
      cursor: Cursor,
    }),
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
    body: z.object({
      name: Name.optional(),
      phone: Phone.nullable().optional(),
      external_id: line({ min: 1, max: 64 }).nullable().optional(),
      manager_id: Id.nullable().optional(),
    }),
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
    body: z.object({ store_id: Id.optional(), manager_id: Id.nullable().optional() }).nullable(),
    reply: StaffChanged,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'INVALID_TRANSITION', 'STORE_CLOSED', 'SEAT_LIMIT_REACHED'],
  },
  transferStaff: {
    method: 'POST',
    path: '/gerant/staff/:user_id/transfer',
    access: ['gerant'],
    summary: 'Move a person to another store; past figures stay where they were made',
    params,
    body: z.object({ store_id: Id, manager_id: Id.nullable().default(null) }),
    reply: StaffChanged.extend({ released_sellers: z.int() }),
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
    reply: z.object({ success: z.literal(true), user_id: Id, status: z.literal('deleted'), entitlement: Entitlement }),
    when_read_only: 'allow',
    refusals: ['NOT_FOUND'],
  },
});
