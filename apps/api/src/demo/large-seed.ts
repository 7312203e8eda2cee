import { firstSettings } from '@retail-performer/domain/stores';
import { addDays, businessDay, type Day } from '@retail-performer/domain/kernel';
import type { Outside } from '../compose.ts';
import type { Database } from '../core/database/collection.ts';
import { hashPassword } from '../core/security/passwords.ts';
import type { System } from '../core/system.ts';
import { KpiEntries, KpiStoreDays } from '../features/kpis/kpi.collections.ts';
import { Users } from '../features/people/user.repository.ts';
import { recordsAt } from '../records.ts';
import { demoPassword } from './chain.ts';
import { type ChainSize, type LargeChain, largeChain, type LargeStore } from './large-chain.ts';
import { type LargeDay, largeDay } from './large-days.ts';
import { requireEqualSums } from './roll-up-check.ts';

/** What to build. */
export interface SeedSize extends ChainSize {
  readonly days: number;
}

/** How far the building is. */
export interface Progress {
  readonly day: Day;
  readonly entries: number;
}

const mostRows = 1000;
const sample = 20;

/**
 * Fills an empty database with a chain in which every seller enters every day, up to today. Entries and their sums
 * are written together, by transactions of at most a thousand rows; some stores are added up again at the end.
 * Resolves to the number of entries.
 */
export async function seedLarge(
  { database, system, config }: Pick<Outside, 'database' | 'system' | 'config'>,
  { days, ...size }: SeedSize,
  onProgress: (progress: Progress) => void,
): Promise<number> {
  if (config.APP_ENV === 'production') throw new Error('A made-up chain has no place in production');
  if ((await database.of(Users).find({}, { limit: 1 })).length > 0) throw new Error('The database is not empty');
  const today = businessDay(system.now(), { timezone: 'Europe/Paris', cutoff_hour: 4 });
  const from = addDays(today, 1 - days);
  const chain = largeChain(size, { system, password_hash: await hashPassword(demoPassword), from });
  await settle(database, system, chain);

  let entries = 0;
  for (const batch of batches(chain.stores, { from, today, system })) {
    entries += await write(database, batch);
    onProgress({ day: batch.at(-1)?.sums?.date ?? from, entries });
  }
  await requireEqualSums(database, sampleOf(chain.stores));
  return entries;
}

async function settle(database: Database, system: System, { workspace, admin, owner, stores }: LargeChain) {
  await database.transaction(async (tx) => {
    const records = recordsAt(tx, system);
    await records.users.insert(admin, owner);
    await records.workspaces.insert(workspace);
  });
  for (const { store, people, assignments } of stores) {
    await database.transaction(async (tx) => {
      const records = recordsAt(tx, system);
      await records.stores.insert(store, { ...firstSettings(store), opening_days: [1, 2, 3, 4, 5, 6, 7] });
      await records.kpiConfigs.writeDefaults(store);
      await records.users.insert(...people);
      await records.assignments.insert(...assignments);
    });
  }
}

interface Past {
  readonly from: Day;
  readonly today: Day;
  readonly system: System;
}

// Month by month, nearly as figures come in real life; day by day every page of every index would be written anew.
function* daysOf(stores: readonly LargeStore[], { from, today, system }: Past): Generator<LargeDay> {
  for (let month = from; month <= today; month = addDays(month, 30)) {
    const end = addDays(month, 29) < today ? addDays(month, 29) : today;
    for (const store of stores)
      for (let day = month; day <= end; day = addDays(day, 1)) yield largeDay(store, day, today, system);
  }
}

function* batches(stores: readonly LargeStore[], past: Past): Generator<LargeDay[]> {
  let batch: LargeDay[] = [];
  let rows = 0;
  for (const day of daysOf(stores, past)) {
    const more = day.entries.length + 1;
    if (rows + more > mostRows) {
      yield batch;
      [batch, rows] = [[], 0];
    }
    batch.push(day);
    rows += more;
  }
  yield batch;
}

async function write(database: Database, batch: readonly LargeDay[]): Promise<number> {
  const entries = batch.flatMap((day) => day.entries);
  const sums = batch.flatMap((day) => day.sums ?? []);
  await database.transaction(async (tx) => {
    await tx.of(KpiEntries).insert(entries);
    await tx.of(KpiStoreDays).insert(sums);
  });
  return entries.length;
}

// Evenly spread over the chain.
const sampleOf = (stores: readonly LargeStore[]): string[] =>
  stores.filter((_, place) => place % Math.ceil(stores.length / sample) === 0).map(({ store }) => store.id);
