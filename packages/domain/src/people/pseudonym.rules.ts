import type { Locale } from '../kernel/index.ts';
import type { UserRow } from './user.model.ts';

const words = {
  seller: { fr: 'Ancien vendeur', en: 'Former seller' },
  manager: { fr: 'Ancien responsable', en: 'Former manager' },
} as const;

/** What stands beside the figures of someone whose name has had its time: the same for ever, and no clue to who it was. */
export const pseudonymOf = ({ id, role }: Pick<UserRow, 'id' | 'role'>, locale: Locale): string =>
  `${words[role === 'manager' ? 'manager' : 'seller'][locale]} ${String(numberOf(id)).padStart(4, '0')}`;

// FNV-1a, of which four digits are enough to tell colleagues apart.
function numberOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 10_000;
}
