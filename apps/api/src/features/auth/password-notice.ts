import type { UserRow } from '@retail-performer/domain/people';
import type { Letter } from '../mail/mail-queue.service.ts';
import type { Device } from './device.ts';

/** Someone who has an address to be told at. */
export type Reachable = UserRow & { readonly email: string };

/** The mail that tells someone that his password was changed just now; `cause` names the change. */
export const passwordNotice = (user: Reachable, cause: string, device: Device, now: string): Letter => ({
  template: 'password_changed',
  locale: user.locale,
  to_email: user.email,
  to_name: user.name,
  variables: { at: now, device: device.user_agent, ip_prefix: device.ip_prefix },
  dedupe_key: `password_changed:${cause}`,
  workspace_id: user.workspace_id,
  user_id: user.id,
  is_demo: user.is_demo,
});
