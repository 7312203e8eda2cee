import { z } from 'zod';
import { collection, type Database } from '../collection.ts';

/** The database of one suite, once it is open. */
export type Opened = () => Database;

export const Person = z.object({
  id: z.string(),
  email: z.string(),
  name_lc: z.string(),
  till_code: z.string().nullable(),
  active: z.boolean(),
  settings: z.object({ days: z.array(z.int()) }).nullable(),
});
export type Person = z.output<typeof Person>;

const Sale = z.object({
  id: z.string(),
  seller_id: z.string(),
  store_id: z.string(),
  date: z.string(),
  amount: z.int(),
  created_at: z.string(),
});

export const People = collection('people', Person, {
  unique: [['email'], ['till_code']],
  index: [['name_lc'], ['till_code', 'id']],
});
export const Sales = collection('sales', Sale, {
  unique: [['seller_id', 'date']],
  index: [['store_id', 'date']],
});

/** What is written down for good. */
export const Notes = collection('notes', z.object({ id: z.string(), kind: z.string(), number: z.int() }), {
  unique: [['kind']],
  appendOnly: true,
});

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  email: `${id}@shop.fr`,
  name_lc: id,
  till_code: null,
  active: true,
  settings: null,
  ...more,
});

export const sale = (id: string, seller_id: string, date: string, amount: number): z.output<typeof Sale> => ({
  id,
  seller_id,
  store_id: 'lyon',
  date,
  amount,
  created_at: id,
});

/** What stands in every database at first. */
export const firstSales = [
  sale('1', 'lea', '2025-01-01', 100),
  sale('2', 'tom', '2025-01-01', 200),
  sale('3', 'lea', '2025-01-02', 50),
];
