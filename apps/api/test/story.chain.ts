import { NewApiKey } from '@retail-performer/domain/integrations';
import { goodPassword, textAt } from './accounts.ts';
import { emptyLedger, type Line, type Place } from './story.ledger.ts';
import { type Person, personOf } from './story.people.ts';
import type { Reply, TestApp } from './test-app.ts';

/** The figures of a day without whose they are. */
export type Told = Pick<Line, 'ca' | 'ventes' | 'articles' | 'visitors'>;

/** The money of a line in euros, as it is typed. */
export const typed = ({ ca, ventes, articles, visitors }: Told) => ({
  ca_journalier: ca / 100,
  nb_ventes: ventes,
  nb_articles: articles,
  ...(visitors !== null && { nb_prospects: visitors }),
});

/** Figures of a seller's day by a rule that anyone can repeat; every third day nobody counts visitors. */
export function figuresOf(seller: string, date: string): Told {
  const mark = Buffer.from(`${seller}${date}`).reduce((hash, byte) => (hash * 31 + byte) % 99_991, 7);
  const ventes = mark % 14;
  return {
    ca: ventes === 0 ? 0 : 2_500 + ((mark * 7919) % 180_001),
    ventes,
    articles: ventes * 2 + (mark % 3),
    visitors: mark % 3 === 0 ? null : ventes * 3 + (mark % 17),
  };
}

/** A company that registers, and the ledger of everything that it tells the product. */
export async function registered(api: TestApp) {
  const company = { name: 'Camille', email: 'camille@annecy.example', company_name: 'Deux lacs' };
  const owner = personOf(api, await api.post(null, '/auth/register', { ...company, password: goodPassword }));
  const ledger = emptyLedger();
  const stores = new Map<string, string>();

  return {
    api,
    owner,
    ledger,
    /** The names of stores by their ids. */
    stores,
    async open(name: string): Promise<string> {
      const id = textAt(await owner.does('POST', '/stores', { name, location: name }), 'id');
      stores.set(id, name);
      return id;
    },
    /** Invites someone by link; the answer tells the seats. */
    invite: (name: string, role: 'manager' | 'seller', store_id: string): Promise<Reply> =>
      owner.does('POST', '/gerant/invitations', { name, role, store_id, channel: 'link' }),
    /** Opens the link and joins; a seller's days count from then on. */
    async join(invited: Reply, date: string): Promise<Person> {
      const [, invitation_token = ''] = textAt(invited, 'invitation_url').split('#');
      const [name, role] = [textAt(invited, 'user.name'), textAt(invited, 'user.role')];
      const body = { invitation_token, password: goodPassword, email: `${name.toLowerCase()}@annecy.example` };
      const person = personOf(api, await api.post(null, '/auth/register/invitation', body));
      if (role === 'seller') ledger.hire(person.id, textAt(invited, 'invitation.store_id'), date);
      return person;
    },
    /** A seller enters his own day. */
    async enter(seller: Person, place: Place, told: Told = figuresOf(seller.name, place.date)): Promise<void> {
      await seller.does('POST', '/kpi/seller/entry', { date: place.date, ...typed(told) });
      ledger.write({ ...place, ...told, seller: seller.id, by: 'seller' });
    },
  };
}
export type Chain = Awaited<ReturnType<typeof registered>>;

const lineOf = (seller: Person, told: Told) => ({ seller_id: seller.id, ...typed(told) });

/** The till of one store, with a key that its owner made. */
export async function tillAt({ api, owner, ledger }: Chain, store: string) {
  const { json } = await owner.does('POST', '/integrations/api-keys', { name: 'Caisse', store_ids: [store] });
  const headers = { 'x-api-key': NewApiKey.parse(json).api_key };
  const note = (seller: Person, date: string, told: Told) => {
    const known = ledger.lineOf(seller.id, date);
    // A till that counts no visitors leaves those that were counted.
    ledger.write({
      store,
      seller: seller.id,
      date,
      ...told,
      visitors: told.visitors ?? known?.visitors ?? null,
      by: 'till',
    });
  };
  return {
    headers,
    async sync(date: string, sellers: readonly Person[], toldOf = figuresOf): Promise<Reply> {
      const kpi_entries = sellers.map((seller) => lineOf(seller, toldOf(seller.name, date)));
      const reply = await api.post(null, '/integrations/kpi/sync', { store_id: store, date, kpi_entries }, headers);
      for (const seller of sellers) note(seller, date, toldOf(seller.name, date));
      return reply;
    },
    async batch(days: readonly string[], sellers: readonly Person[]): Promise<Reply> {
      const kpi_entries = days.flatMap((date) =>
        sellers.map((seller) => ({ store_id: store, date, ...lineOf(seller, figuresOf(seller.name, date)) })),
      );
      const reply = await api.post(null, '/integrations/kpi/batch', { kpi_entries }, headers);
      for (const date of days) for (const seller of sellers) note(seller, date, figuresOf(seller.name, date));
      return reply;
    },
    read: (path: string): Promise<Reply> => api.get(null, path, headers),
  };
}
export type Till = Awaited<ReturnType<typeof tillAt>>;
