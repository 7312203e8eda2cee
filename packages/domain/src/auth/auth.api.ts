import { z } from 'zod';
import { Email, endpoints, line, Locale, Message, Name, Ok, Phone } from '../kernel/index.ts';
import { Workspace } from '../stores/workspace.model.ts';
import { Me } from './me.model.ts';
import { NewPassword } from './password.rules.ts';

const SignedIn = {
  token: z.string(),
  /** Seconds for which the access token is valid. */
  expires_in: z.int(),
  /** Only for clients that cannot keep a cookie (`X-Client: api`). */
  refresh_token: z.string().nullable(),
};

const optional = {
  phone: Phone.nullable().default(null),
  locale: Locale.optional(),
  terms_version: line({ max: 20 }).nullable().default(null),
};

/** The endpoints of accounts and sessions. */
export const authApi = endpoints({
  login: {
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    summary: 'Sign in',
    body: z.object({
      email: Email,
      password: z.string().min(1).max(256),
      remember: z.boolean().default(false),
    }),
    reply: z.object({ ...SignedIn, user: Me }),
    when_read_only: 'allow',
    limit: 'login',
    refusals: ['INVALID_CREDENTIALS', 'ACCOUNT_SUSPENDED', 'RATE_LIMITED'],
  },
  register: {
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    summary: 'Create a company and its owner, with a trial',
    body: z.object({
      name: Name,
      email: Email,
      password: NewPassword,
      company_name: Name.optional(),
      /** Former name of `company_name`, which wins. */
      workspace_name: Name.optional(),
      ...optional,
    }),
    reply: z.object({ ...SignedIn, user: Me, workspace: Workspace }),
    when_read_only: 'allow',
    idempotent: true,
    limit: 'register',
    refusals: ['EMAIL_IN_USE'],
  },
  acceptInvitation: {
    method: 'POST',
    path: '/auth/register/invitation',
    access: 'public',
    summary: 'Join a store by an invitation',
    body: z.object({
      invitation_token: z.string().max(200),
      password: NewPassword,
      email: Email.optional(),
      name: Name.optional(),
      ...optional,
    }),
    reply: z.object({ ...SignedIn, user: Me }),
    when_read_only: 'by_service',
    idempotent: true,
    limit: 'link',
    refusals: [
      'INVITATION_INVALID',
      'INVITATION_USED',
      'INVITATION_EXPIRED',
      'INVITATION_CANCELLED',
      'INVITATION_EMAIL_MISMATCH',
      'EMAIL_IN_USE',
      'STORE_CLOSED',
      'TRIAL_EXPIRED',
      'SUBSCRIPTION_INACTIVE',
      'SEAT_LIMIT_REACHED',
    ],
  },
  forgotPassword: {
    method: 'POST',
    path: '/auth/forgot-password',
    access: 'public',
    summary: 'Ask for a link to a new password; the answer never tells whether the account exists',
    body: z.object({ email: Email }),
    reply: Message,
    when_read_only: 'allow',
    limit: 'forgot',
  },
  resetPassword: {
    method: 'POST',
    path: '/auth/reset-password',
    access: 'public',
    summary: 'Choose a new password with the link of a mail',
    body: z.object({ token: z.string().max(200), new_password: NewPassword }),
    reply: Message,
    when_read_only: 'allow',
    limit: 'link',
    refusals: ['RESET_TOKEN_INVALID'],
  },
  me: {
    method: 'GET',
    path: '/auth/me',
    access: 'signed_in',
    summary: 'The signed-in person',
    reply: Me,
  },
  refresh: {
    method: 'POST',
    path: '/auth/refresh',
    access: 'public',
    summary: 'Trade a refresh token (cookie or body) for new tokens',
    body: z.object({ refresh_token: z.string().max(500).optional() }).nullable(),
    reply: z.object(SignedIn),
    when_read_only: 'allow',
    refusals: ['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_REVOKED', 'CSRF_REJECTED', 'RATE_LIMITED'],
  },
  logout: {
    method: 'POST',
    path: '/auth/logout',
    access: 'public',
    summary: 'End this session; repeating it changes nothing',
    body: z.object({ refresh_token: z.string().max(500).optional() }).nullable(),
    reply: Ok,
    when_read_only: 'allow',
    refusals: ['CSRF_REJECTED'],
  },
});
