import { randomBytes } from 'node:crypto';
import { addDays, businessDay, type Day } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import { compose, migrate } from '../apps/api/src/compose.ts';
import { readConfig } from '../apps/api/src/core/config.ts';
import { openDatabase } from '../apps/api/src/core/database/open.ts';
import { realSystem } from '../apps/api/src/core/system.ts';
import { unitOf } from '../apps/api/src/core/unit.ts';
import { type SeedSize, seedLarge } from '../apps/api/src/demo/large-seed.ts';
import { Users } from '../apps/api/src/features/people/user.repository.ts';
import { recordsAt } from '../apps/api/src/records.ts';
import type { Headers } from './product.ts';

/** A large chain in a folder, before the program starts over it. */
export interface SeededChain {
  /** The settings under which the program understands the sessions. */
  readonly settings: Readonly<Record<string, string>>;
  readonly owner: UserRow;
  /** The stores in their order. */
  readonly stores: readonly SeededStore[];
  /** Opens a session without its password, which would take long for many; resolves to the headers of its calls. */
  signIn(user: UserRow): Promise<Headers>;
  close(): Promise<void>;
}

export interface SeededStore {
  readonly id: string;
  readonly manager: UserRow;
  readonly sellers: readonly UserRow[];
}

const secret = (): string => randomBytes(32).toString('hex');
const device = { user_agent: null, ip_prefix: null };

/** Fills an empty folder with a large chain. */
export async function seededChain(folder: string, size: SeedSize, workers: number): Promise<SeededChain> {
  const settings = {
    APP_ENV: 'production',
    FRONTEND_URL: 'https://shop.example',
    JWT_SECRET: secret(),
    APP_SECRET: secret(),
    ACCESS_TOKEN_TTL: '86400',
    RATE_LIMIT_SCALE: '100000',
    LOG_LEVEL: 'silent',
    WORKERS: String(workers),
  };
  const database = await openDatabase(`file:${folder}`);
  const outside = { database, system: realSystem, config: readConfig(settings) };
  await migrate(outside);
  await seedLarge({ ...outside, config: { ...outside.config, APP_ENV: 'test' } }, size, () => undefined);
  const { sessions, storeMonths } = compose(outside);
  await storeMonths.fold();
  await storeMonths.comparePast();
  const data = unitOf(database, (at) => recordsAt(at, realSystem));
  const users = await database.of(Users).find({}, { sort: { email: 1 } });
  const owner = users.find(({ role }) => role === 'gerant');
  if (owner === undefined) throw new Error('The chain has no owner');
  const sellers = Map.groupBy(
    users.filter(({ role }) => role === 'seller'),
    ({ store_id }) => store_id,
  );
  return {
    settings,
    owner,
    stores: users.flatMap((manager) =>
      manager.role === 'manager' && manager.store_id !== null
        ? { id: manager.store_id, manager, sellers: sellers.get(manager.store_id) ?? [] }
        : [],
    ),
    async signIn(user) {
      const session = await data.change((at) => sessions.open(at, user, { device, client: 'api' }));
      const { token } = await sessions.grant(session, user.role);
      return { authorization: `Bearer ${token}` };
    },
    close: () => database.close(),
  };
}

/** The business day of the chain's stores some days ago. */
export const daysAgo = (days: number): Day =>
  addDays(businessDay(realSystem.now(), { timezone: 'Europe/Paris', cutoff_hour: 4 }), -days);
