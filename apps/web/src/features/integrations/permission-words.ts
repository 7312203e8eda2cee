import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What a key may be allowed to do. */
export const permissions = ['write:kpi', 'read:stats', 'read:stores', 'write:stores', 'write:users'] as const;
export type Permission = (typeof permissions)[number];

/** The same in words. */
export const permissionWords: Readonly<Record<Permission, MessageDescriptor>> = {
  'write:kpi': msg`Écrire les chiffres`,
  'read:stats': msg`Lire les chiffres`,
  'read:stores': msg`Lire les magasins et les équipes`,
  'write:stores': msg`Modifier les magasins`,
  'write:users': msg`Modifier les équipes`,
};
