import { NewApiKey } from '@retail-performer/domain/integrations';
import { StoreHierarchy } from '@retail-performer/domain/stores';
import { ApiKeys } from '../apps/api/src/features/integrations/api-key.repository.ts';
import { demoPassword } from '../apps/api/src/demo/chain.ts';
import type { Headers, Product } from './product.ts';

/** One endpoint: how it is called, and what must be there before each call. */
export interface Core {
  readonly name: string;
  /** Hashes a password, which is slow on purpose. */
  readonly hashes?: true;
  readonly prepare?: (turn: number) => Promise<string>;
  readonly call: (turn: number, ready: string) => Promise<unknown>;
}

const day = (before: number): string => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);

/** The 28 core endpoints of the contract in its order, over a large chain of some days. */
export async function coreEndpoints(product: Product, days: number): Promise<readonly Core[]> {
  const [owner, manager, seller, admin] = [
    await product.signIn('owner'),
    await product.signIn('manager-001'),
    await product.signIn('seller-001-01'),
    await product.signIn('admin'),
  ];
  const me = Object(await product.call('GET', '/auth/me', { headers: manager }));
  const store_id = String(me.store_id);
  const month = `start_date=${day(31)}&end_date=${day(1)}`;
  const read = (name: string, headers: Headers, query = ''): Core => ({
    name: `GET ${name}`,
    call: () => product.call('GET', `${name}${query}`, { headers }),
  });
  const write = (name: string, headers: Headers, body: (turn: number) => unknown): Core => ({
    name: `POST ${name}`,
    call: (turn) => product.call('POST', name, { headers, body: body(turn) }),
  });
  return [
    ...accounts(product, owner, store_id),
    read('/auth/me', seller),
    write('/kpi/seller/entry', seller, (turn) => ({
      date: day(1 + (turn % (days - 1))),
      ca_journalier: 900 + turn,
      nb_ventes: 9,
      nb_articles: 15,
    })),
    read('/kpi/seller/entries', seller, `?${month}`),
    read('/kpi/seller/summary', seller, `?${month}`),
    read('/kpi/manager/store-summary', manager, `?date=${day(1)}`),
    read('/kpi/gerant/all-stores', owner, `?date=${day(1)}`),
    write('/stores/', owner, (turn) => ({ name: `Nouveau magasin ${turn}` })),
    read('/stores/my-stores', owner),
    {
      ...read(`/stores/${store_id}/hierarchy`, manager),
      name: 'GET /stores/{store_id}/hierarchy',
    },
    read('/admin/workspaces', admin),
    read('/admin/stats', admin),
    read('/gerant/dashboard/stats', owner),
    read('/gerant/subscription/status', owner),
    ...(await machines(product, owner, store_id)),
    write('/ai/diagnostic', seller, () => [
      { question: 'Que faites-vous quand un client hésite ?', answer: 'Je l’écoute.' },
    ]),
    write('/ai/daily-challenge', seller, () => ({})),
    write('/ai/seller-bilan', seller, () => ({})),
    read('/onboarding/progress', seller),
    write('/onboarding/progress', seller, (turn) => ({ current_step: turn % 5 })),
    write('/onboarding/complete', seller, () => ({})),
  ];
}

function accounts({ call, services }: Product, headers: Headers, store_id: string): Core[] {
  const password = demoPassword;
  const post = (path: string, body: unknown) => call('POST', path, { body });
  const invite = async (turn: number): Promise<string> => {
    const body = { name: `Nouveau ${turn}`, role: 'manager', store_id, channel: 'link' };
    return (
      String(Object(await call('POST', '/gerant/invitations', { headers, body })).invitation_url).split('#')[1] ?? ''
    );
  };
  const trace = { request_id: 'bench', ip_prefix: null };
  const reset = async (): Promise<string> =>
    (await services.accounts.forgot.issueToken('seller-002-01@large-chain.example', trace)) ?? '';
  return [
    {
      name: 'POST /auth/login',
      hashes: true,
      call: () => post('/auth/login', { email: 'manager-002@large-chain.example', password }),
    },
    {
      name: 'POST /auth/register',
      hashes: true,
      call: (turn) => post('/auth/register', { name: 'Nouvelle', email: `new-${turn}@shop.example`, password }),
    },
    {
      name: 'POST /auth/register/invitation',
      hashes: true,
      prepare: invite,
      call: (turn, invitation_token) =>
        post('/auth/register/invitation', { invitation_token, email: `joined-${turn}@shop.example`, password }),
    },
    {
      name: 'POST /auth/forgot-password',
      call: () => post('/auth/forgot-password', { email: 'seller-003-01@large-chain.example' }),
    },
    {
      name: 'POST /auth/reset-password',
      hashes: true,
      prepare: reset,
      call: (turn, token) => post('/auth/reset-password', { token, new_password: `Un autre secret ${turn}` }),
    },
  ];
}

async function machines({ call, database }: Product, headers: Headers, store_id: string): Promise<Core[]> {
  const create = (turn: number) =>
    call('POST', '/integrations/api-keys', { headers, body: { name: `Caisse ${turn}` } });
  const { api_key } = NewApiKey.parse(await create(0));
  const { sellers } = StoreHierarchy.parse(await call('GET', `/stores/${store_id}/hierarchy`, { headers }));
  const sync = (path: string): Core => ({
    name: `POST ${path}`,
    call: (turn) =>
      call('POST', path, {
        headers: { 'x-api-key': api_key },
        body: {
          store_id,
          date: day(40 + turn),
          kpi_entries: sellers.map(({ id }) => ({ seller_id: id, ca_journalier: 800, nb_ventes: 8, nb_articles: 13 })),
        },
      }),
  });
  return [
    {
      name: 'POST /integrations/api-keys',
      // A chain may hold fifty keys: the earlier ones of this run make room.
      prepare: async () => {
        await database.of(ApiKeys).remove({ name: { $ne: 'Caisse 0' } });
        return '';
      },
      call: (turn) => create(turn + 1),
    },
    { name: 'GET /integrations/api-keys', call: () => call('GET', '/integrations/api-keys', { headers }) },
    sync('/integrations/kpi/sync'),
    sync('/integrations/v1/kpi/sync'),
  ];
}
