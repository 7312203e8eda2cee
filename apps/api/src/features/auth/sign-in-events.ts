import type { UserRow } from '@retail-performer/domain/people';
import { hashOf } from '../../core/security/link-tokens.ts';

/** The line of the audit log about an account whose password was tried too often, whether or not there is one. */
export const loginLimited = (email: string, user: Pick<UserRow, 'id' | 'workspace_id'> | null) =>
  ({
    workspace_id: user?.workspace_id ?? null,
    action: 'auth.login_limited',
    entity_type: 'user',
    entity_id: user?.id ?? hashOf(email),
  }) as const;
