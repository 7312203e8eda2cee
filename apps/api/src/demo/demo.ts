import { addDays, addMonths, businessDay, type Day } from '@retail-performer/domain/kernel';
import { compose, type Outside } from '../compose.ts';
import type { Database } from '../core/database/collection.ts';
import { Users } from '../features/people/user.repository.ts';
import { Workspaces } from '../features/stores/workspace.repository.ts';
import { invited, owner, suspended } from './chain.ts';
import { finish, isFinished, suspend } from './finishing.ts';
import { inviteByLink, openChain } from './opening.ts';
import { requireEqualSums } from './roll-up-check.ts';
import { tradeUpToToday } from './trading.ts';
import { travelling } from './travelling.ts';

const paris = { timezone: 'Europe/Paris', cutoff_hour: 4 };

/**
 * What became of the demonstration: built now, there already, half built by a start that was cut short, or not
 * wanted because other data lives here.
 */
export type DemoOutcome = 'built' | 'present' | 'interrupted' | 'other_data';

interface Options {
  /** How much past the chain has. */
  readonly months?: number;
}

/**
 * Builds the chain of the demonstration through the services, in an empty database only, with all its trade up to
 * today. Refuses where real data may live.
 */
export async function buildDemo(outside: Outside, { months = 18 }: Options = {}): Promise<DemoOutcome> {
  if (outside.config.APP_ENV === 'production') throw new Error('The demonstration is never built in production');
  const there = await outcomeOf(outside.database);
  if (there !== null) return there;
  await live(outside, months);
  return 'built';
}

async function outcomeOf(database: Database): Promise<DemoOutcome | null> {
  // An administrator whom the settings name may be there before any customer.
  if ((await database.of(Workspaces).find({}, { limit: 1 })).length === 0) return null;
  const claire = await database.of(Users).findOne({ email: owner.email });
  if (claire === null || claire.workspace_id === null) return 'other_data';
  return (await isFinished(database, claire.workspace_id)) ? 'present' : 'interrupted';
}

async function live(outside: Outside, months: number): Promise<void> {
  const { database, config } = outside;
  const system = travelling(outside.system);
  // Nobody pays in the past, and nothing is sent to anyone.
  const features = { ...config.features, billing: 'off', mail: 'off' } as const;
  const past = { ...outside, system, config: { ...config, features } };
  const services = compose(past);
  const today = businessDay(outside.system.now(), paris);
  const from = addMonths(today, -months);
  const left = addDays(today, -40);

  system.moveTo(from, '06:30');
  const { gerant, stores } = await openChain(services);
  const worksOn = (seller: string, day: Day) => seller !== suspended || day < left;
  await tradeUpToToday({ services, system, stores, from, today, worksOn });

  const gone = stores.flatMap(({ sellers }) => sellers.get(suspended) ?? []);
  for (const { user_id } of gone) await suspend(outside, gerant, user_id, `${left}T16:00:00.000Z`);
  system.moveTo(addDays(today, -2), '08:00');
  for (const { store_id } of stores.slice(0, 1))
    await inviteByLink(services, gerant, invited, { role: 'seller', store_id });
  const ids = stores.map(({ store_id }) => store_id);
  await requireEqualSums(database, ids);
  await finish(outside, gerant);
}
