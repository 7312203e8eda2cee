import { administrator as admin, demoPassword, owner as claire, stores } from '../../apps/api/src/demo/chain.ts';
import type { APIRequestContext, Page } from '@playwright/test';
import { textIn } from './figures.ts';
import { enter, type Person, post } from './people.ts';
import type { Language } from './words.ts';

const known = ({ name, email }: { readonly name: string; readonly email: string }): Person => ({
  name,
  email,
  password: demoPassword,
});

const [lyon] = stores;
if (lyon === undefined) throw new Error('The demonstration has no store');
const [emma] = lyon.sellers;
const maxime = stores.flatMap(({ sellers }) => sellers).find(({ key }) => key === 'maxime');
if (emma === undefined || maxime === undefined) throw new Error('The demonstration has lost its sellers');

/** People of the demonstration, whose data is eighteen months old; journeys only look at it. */
export const administrator = known(admin);
export const owner = known(claire);
export const manager = known(lyon.manager);
export const seller = known(emma);
/** Has left the shop floor for a while. */
export const suspendedSeller = known(maxime);
/** One of each role. */
export const people = { administrator, owner, manager, seller } as const;

/** The store of the manager and the seller. */
export const storeName = lyon.name;

/** Signs in somebody of the demonstration on a device where he has chosen this language. */
export async function visit(page: Page, person: Person, locale: Language): Promise<string> {
  await page.addInitScript((hint) => {
    if (localStorage.getItem('rp-hint') === null) localStorage.setItem('rp-hint', hint);
  }, JSON.stringify({ locale }));
  return enter(page, person);
}

/** The id of the manager's store. */
export async function storeId(request: APIRequestContext): Promise<string> {
  const { email, password } = manager;
  return textIn(await post(request, '/api/auth/login', { email, password }), 'user.store_id');
}
