import { randomInt } from 'node:crypto';
import { NewApiKey } from '@retail-performer/domain/integrations';
import { type Call, keptLine } from './kept-line.ts';
import type { Headers } from './product.ts';
import { daysAgo, type SeededChain, type SeededStore } from './seeded-chain.ts';

/** Someone who uses the program, by what he may call next. */
export type LoadUser = () => Call;

/** How many of each kind there are. */
export interface Mix {
  readonly sellers: number;
  readonly managers: number;
  readonly owners: number;
  readonly tills: number;
}

/** Shares of users among whom a call in ten writes: sellers save now and then, tills do nothing else. */
export function mixOf(users: number): Mix {
  const tills = Math.ceil(users * 0.02);
  // Nobody may have more than twenty sessions, and there is but one owner.
  const owners = Math.min(19, tills);
  const managers = Math.ceil(users * 0.08);
  return { tills, owners, managers, sellers: Math.max(1, users - tills - owners - managers) };
}

const writesOfSellers = 9;
const pick = <T>(first: T, ...others: readonly T[]): T => [first, ...others][randomInt(others.length + 1)] ?? first;
const figures = () => {
  const nb_ventes = randomInt(1, 30);
  return { ca_journalier: randomInt(5000, 300_000) / 100, nb_ventes, nb_articles: nb_ventes + randomInt(30) };
};

/** Opens the sessions of the people; `till` stores are for the machines alone, whose figures nobody else may touch. */
export async function peopleOf(chain: SeededChain, mix: Mix): Promise<readonly LoadUser[]> {
  const users: LoadUser[] = [];
  const sellers = chain.stores.flatMap((store) => store.sellers).slice(0, mix.sellers);
  for (const seller of sellers) users.push(sellerWith(await chain.signIn(seller)));
  for (let place = 0; place < mix.managers; place += 1) {
    const store = chain.stores[place % chain.stores.length];
    if (store !== undefined) users.push(managerWith(await chain.signIn(store.manager), store.id));
  }
  for (let place = 0; place < mix.owners; place += 1) users.push(ownerWith(await chain.signIn(chain.owner)));
  return users;
}

/** The tills of the last stores, with a key that the owner asks the running program for. */
export async function tillsOf(chain: SeededChain, mix: Mix, url: URL, owner: Headers): Promise<readonly LoadUser[]> {
  const headers = { 'x-api-key': await newKey(url, owner) };
  const perStore = chain.stores[0]?.sellers.length ?? 1;
  const stores = chain.stores.slice(Math.ceil(mix.sellers / perStore));
  return Array.from({ length: mix.tills }, (_, place) => {
    const store = stores[place % stores.length];
    if (store === undefined) throw new Error('No store is left for the tills');
    return tillWith(headers, store);
  });
}

/** A key of the whole chain, made by its owner. */
export async function newKey(url: URL, owner: Headers): Promise<string> {
  const line = keptLine(url);
  const call = { name: 'key', method: 'POST', path: '/integrations/api-keys', body: { name: 'Caisses' } } as const;
  const { text } = await line.send({ ...call, headers: owner });
  line.close();
  return NewApiKey.parse(JSON.parse(text)).api_key;
}

function sellerWith(headers: Headers): LoadUser {
  const month = `start_date=${daysAgo(30)}&end_date=${daysAgo(0)}`;
  const read = (name: string, path: string): Call => ({ name, method: 'GET', path, headers });
  return () => {
    if (randomInt(100) < writesOfSellers) {
      const body = { date: daysAgo(0), ...figures(), nb_prospects: randomInt(60) };
      return { name: 'seller saves', method: 'POST', path: '/kpi/seller/entry', headers, body };
    }
    return pick(
      read('seller home', '/me/home'),
      read('seller home', '/me/home'),
      read('seller entries', `/kpi/seller/entries?${month}`),
      read('seller summary', `/kpi/seller/summary?${month}`),
    );
  };
}

function managerWith(headers: Headers, store_id: string): LoadUser {
  const read = (name: string, path: string): Call => ({ name, method: 'GET', path, headers });
  return () =>
    pick(
      read('manager day', `/stores/${store_id}/days/${daysAgo(randomInt(3))}`),
      read('manager store-summary', `/kpi/manager/store-summary?date=${daysAgo(0)}`),
      read('manager summary', `/stores/${store_id}/summary?p=month`),
    );
}

function ownerWith(headers: Headers): LoadUser {
  const read = (name: string, path: string): Call => ({ name, method: 'GET', path, headers });
  return () =>
    pick(
      read('owner dashboard', '/gerant/dashboard/stats'),
      read('owner network', '/gerant/dashboard/network?p=month&cmp=prev'),
    );
}

const tillWith =
  (headers: Headers, { id: store_id, sellers }: SeededStore): LoadUser =>
  () => {
    const kpi_entries = sellers.map(({ id }) => ({ seller_id: id, ...figures(), prospects: randomInt(60) }));
    const body = { store_id, date: daysAgo(0), kpi_entries };
    return { name: 'till sync', method: 'POST', path: '/integrations/kpi/sync', headers, body };
  };
