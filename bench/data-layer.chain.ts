import { z } from 'zod';
import { collection, type Database } from '../apps/api/src/core/database/collection.ts';

/** Daily figures as the product stores them, without what does not matter to the database. */
const Entry = z.object({
  id: z.string(),
  workspace_id: z.string(),
  store_id: z.string(),
  seller_id: z.string(),
  date: z.string(),
  ca_journalier: z.int(),
  nb_ventes: z.int(),
  nb_articles: z.int(),
  nb_prospects: z.int(),
  comment: z.string().nullable(),
  locked: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Entry = z.output<typeof Entry>;

const Day = z.object({
  id: z.string(),
  workspace_id: z.string(),
  store_id: z.string(),
  date: z.string(),
  total_ca: z.int(),
  total_ventes: z.int(),
  total_articles: z.int(),
  total_prospects: z.int(),
  seller_count: z.int(),
  rev: z.int(),
});
export type Day = z.output<typeof Day>;

export const Entries = collection('kpi_entries', Entry, {
  unique: [['seller_id', 'date']],
  index: [['store_id', 'date']],
});
export const Days = collection('kpi_store_days', Day, {
  unique: [['store_id', 'date']],
  index: [['workspace_id', 'date']],
});

/** The chain of this measurement: 500 stores for a year. */
export const chain = { workspace_id: 'workspace', stores: 500, days: 365 } as const;

const sources = {
  total_ca: 'ca_journalier',
  total_ventes: 'nb_ventes',
  total_articles: 'nb_articles',
  total_prospects: 'nb_prospects',
} as const;
export const totals = {
  total_ca: 'total_ca',
  total_ventes: 'total_ventes',
  total_articles: 'total_articles',
  total_prospects: 'total_prospects',
} as const;

/** The day with a number, from the first one of 2025 on. */
export const dayOf = (number: number): string => new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);

const storeOf = (store: number): string => `store-${String(store).padStart(4, '0')}-of-the-chain-with-a-long-id`;

/** One seller's figures for one day. */
export const entryOf = (store: number, seller: number, day: number, turn: number): Entry => ({
  id: `${store}-${seller}-${day}`,
  workspace_id: chain.workspace_id,
  store_id: storeOf(store),
  seller_id: `seller-${store}-${seller}`,
  date: dayOf(day),
  ca_journalier: 100_000 + turn,
  nb_ventes: 10 + (turn % 7),
  nb_articles: 25,
  nb_prospects: 40,
  comment: null,
  locked: false,
  created_at: '2025-12-15T10:00:00.000Z',
  updated_at: '2025-12-15T10:00:00.000Z',
});

const sumsOf = (store: number, day: number): Day => ({
  id: `${store}:${day}`,
  workspace_id: chain.workspace_id,
  store_id: storeOf(store),
  date: dayOf(day),
  total_ca: 500_000 + day,
  total_ventes: 60,
  total_articles: 130,
  total_prospects: 200,
  seller_count: 5,
  rev: 1,
});

/** Fills the sums of every store and day, and the entries of every fifth store, five sellers each. */
export async function fill(database: Database): Promise<void> {
  const days = Array.from({ length: chain.days }, (_, day) => day);
  for (let store = 0; store < chain.stores; store += 1) {
    await database.of(Days).insert(days.map((day) => sumsOf(store, day)));
    if (store >= 100) continue;
    for (let seller = 0; seller < 5; seller += 1) {
      await database.of(Entries).insert(days.map((day) => entryOf(store, seller, day, day)));
    }
  }
}

/** Stores one entry and sums its day again, in one transaction. */
export const save = (database: Database, entry: Entry): Promise<void> => saveMany(database, [entry]);

/** Stores entries of one store and day and sums the day again, in one transaction. */
export const saveMany = (database: Database, entries: readonly Entry[]): Promise<void> =>
  database.transaction(async (tx) => {
    const [entry] = entries;
    if (entry === undefined) return;
    const { workspace_id, store_id, date } = entry;
    await tx.of(Entries).upsert(entries, { on: ['seller_id', 'date'], keep: ['created_at'] });
    const sums = await tx.of(Entries).total({ store_id, date }, { sum: sources, count: 'seller_count' });
    const day = { id: `${store_id}:${date}`, workspace_id, store_id, date, rev: 1, ...sums };
    await tx.of(Days).upsert([day], { on: ['store_id', 'date'], keep: ['rev'] });
  });
