import type { Access, Role } from '@retail-performer/domain/kernel';
import { ApiKeys } from '../src/features/integrations/api-key.repository.ts';
import type { Aim, Column, Row } from './access.row.ts';
import { type Ground, type Home, late, mode, sport } from './ground.ts';

/** One call of a column: what it is prepared for, and by which headers its sender is known. */
export interface Caller extends Aim {
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the sender is suspended between preparing and sending. */
  readonly suspended?: boolean;
}

const elsewhere: Readonly<Record<string, string>> = { manager: 'paul', seller: 'ines' };

/** Everyone who calls in a column of a row; nobody where the case cannot arise. */
export async function callersOf(column: Column, access: Access, row: Row, ground: Ground): Promise<readonly Caller[]> {
  if (row.cells[column] === null) return [];
  if (typeof access === 'object' && 'api_key' in access) return machines(column, ground);
  const person = async (who: string | null, home: Home, more: object = {}): Promise<Caller> => ({
    home,
    who,
    headers: who === null ? {} : await ground.bearer(who),
    ...more,
  });
  const all = (people: readonly string[], home: Home, more: object = {}) =>
    Promise.all(people.map((who) => person(who, home, more)));
  const right = rolesOf(access);
  switch (column) {
    case 'SA':
      return all(['admin'], mode);
    case 'G':
      return all([mode.gerant], mode);
    case 'M':
      return all([mode.manager], mode);
    case 'S':
      return all([mode.seller], mode);
    case 'K':
      return [{ home: mode, who: null, headers: { 'x-api-key': await ground.machine(mode) } }];
    case 'N':
      return [await person(null, mode)];
    case 'W':
      return all(peopleOf(sport, right), mode);
    case 'O':
      return all(
        right.flatMap((role) => elsewhere[role] ?? []),
        mode,
      );
    case 'X':
      if (access === 'public') return [await person(null, mode)];
      return all([...peopleOf(mode, right), ...(right.includes('super_admin') ? ['admin'] : [])], mode, {
        suspended: true,
      });
    case 'RO':
      if (right.every((role) => role === 'super_admin')) return all(['admin'], late);
      return all(peopleOf(late, right), late);
  }
}

const rolesOf = (access: Exclude<Access, { readonly api_key: unknown }>): readonly Role[] =>
  typeof access === 'string' ? ['super_admin', 'gerant', 'manager', 'seller'] : access;

function peopleOf(home: Home, roles: readonly Role[]): readonly string[] {
  const { gerant, manager, seller } = home;
  const people: Partial<Record<Role, string>> = { gerant, manager, seller };
  return roles.flatMap((role) => people[role] ?? []);
}

const machine = (secret: string, home = mode): Caller => ({ home, who: null, headers: { 'x-api-key': secret } });

async function machines(column: Column, ground: Ground): Promise<readonly Caller[]> {
  const person = async (who: string) => [{ home: mode, who, headers: await ground.bearer(who) }];
  switch (column) {
    case 'SA':
      return person('admin');
    case 'G':
      return person(mode.gerant);
    case 'M':
      return person(mode.manager);
    case 'S':
      return person(mode.seller);
    case 'K': {
      const secret = await ground.machine(mode);
      return [machine(secret), { home: mode, who: null, headers: { authorization: `Bearer ${secret}` } }];
    }
    case 'N':
      return [{ home: mode, who: null, headers: {} }];
    case 'W':
      return [machine(await ground.machine(sport))];
    case 'O':
      return [machine(await ground.machine(mode, { store_ids: ['paris'] }))];
    case 'X':
      return [machine(await endedKey(ground, 'revoked')), machine(await endedKey(ground, 'expired'))];
    case 'RO':
      return [machine(await ground.machine(late), late)];
  }
}

/** A key that no longer opens anything. */
async function endedKey(ground: Ground, how: 'revoked' | 'expired'): Promise<string> {
  const name = how;
  const secret = await ground.machine(mode, { name });
  const past = '2025-12-01T08:00:00.000Z';
  const set = how === 'revoked' ? { active: false, revoked_at: past } : { expires_at: past };
  await ground.api.database.of(ApiKeys).update({ name }, { set });
  return secret;
}
