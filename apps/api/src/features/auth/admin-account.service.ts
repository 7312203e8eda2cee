import { authErrors, NewPassword } from '@retail-performer/domain/auth';
import { AppError, Email, Name } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { Trace } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { hashPassword } from '../../core/security/passwords.ts';
import type { System } from '../../core/system.ts';
import { isTaken, type Unit } from '../../core/unit.ts';
import { newUser } from '../people/new-user.rules.ts';
import type { UserRepository } from '../people/user.repository.ts';
import { requireUnguessable } from './new-password.rules.ts';

interface Deps {
  readonly data: Unit<{ readonly users: UserRepository; readonly audit: Audit }>;
  readonly system: System;
}

/** Who is to administer the platform; without password until a link has set one. */
export interface NewAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string | null;
}

/** Makes super administrators, by an operator's hand only: no HTTP route does. */
export function adminAccountService({ data, system }: Deps) {
  async function create(admin: NewAdmin, trace: Trace, origin: 'self' | 'bootstrap'): Promise<UserRow> {
    const email = Email.parse(admin.email);
    const name = Name.parse(admin.name);
    const now = system.now().toISOString();
    const user = newUser({
      id: system.newId(),
      role: 'super_admin',
      status: 'active',
      name,
      email,
      locale: 'fr',
      password_hash: admin.password === null ? null : await hashPassword(admin.password),
      password_changed_at: admin.password === null ? null : now,
      origin,
      created_at: now,
    });
    try {
      await data.change(async ({ users, audit }) => {
        await users.insert(user);
        const event = { workspace_id: null, entity_type: 'user', entity_id: user.id };
        await audit.record({ role: 'system', trace }, { ...event, action: 'admin.created' });
      });
    } catch (error) {
      throw isTaken(error, 'email') ? new AppError(authErrors, 'EMAIL_IN_USE') : error;
    }
    return user;
  }

  return {
    /** Makes an administrator; 409 when the address has an account. */
    create: (admin: Omit<NewAdmin, 'password'>, trace: Trace): Promise<UserRow> =>
      create({ ...admin, password: null }, trace, 'self'),

    /** Makes the first administrator of an installation that has none; says whether it did. */
    async ensureFirst(admin: NewAdmin & { readonly password: string }, trace: Trace): Promise<boolean> {
      if (await data.read.users.anyAdmin()) return false;
      requireGood(admin.password, admin.email);
      try {
        await create(admin, trace, 'bootstrap');
        return true;
      } catch (error) {
        // Another process of the same start was first.
        if (await data.read.users.anyAdmin()) return false;
        throw error;
      }
    },
  };
}

function requireGood(password: string, email: string): void {
  const shape = NewPassword.safeParse(password);
  if (!shape.success) throw new Error(`DEFAULT_ADMIN_PASSWORD: ${shape.error.issues[0]?.message}`);
  try {
    requireUnguessable('DEFAULT_ADMIN_PASSWORD', password, { email: email.toLowerCase(), company: null });
  } catch {
    throw new Error('DEFAULT_ADMIN_PASSWORD: PASSWORD_TOO_COMMON');
  }
}
