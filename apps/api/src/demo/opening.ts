import type { Me } from '@retail-performer/domain/auth';
import { defaultEntryBy, type EntryBy } from '@retail-performer/domain/kpis';
import type { InvitationInput } from '@retail-performer/domain/people';
import { StoreInput } from '@retail-performer/domain/stores';
import type { Services } from '../compose.ts';
import type { ActorOf } from '../core/actor.ts';
import { asGerant, asManager, asSeller, demoDevice } from './actors.ts';
import { company, demoPassword, type DemoStore, owner, type Staff, stores } from './chain.ts';

/** A store of the demonstration with its people, ready to trade. */
export interface OpenStore {
  readonly demo: DemoStore;
  readonly store_id: string;
  readonly manager: ActorOf<'manager'>;
  readonly sellers: ReadonlyMap<string, ActorOf<'seller'>>;
  /** The secret of the machine that sends the till's figures, where there is one. */
  readonly till_key: string | null;
}

/** The chain of the demonstration: its owner and its stores. */
export interface OpenChain {
  readonly gerant: ActorOf<'gerant'>;
  readonly stores: readonly OpenStore[];
}

const signUp = { password: demoPassword, phone: null, locale: 'fr', terms_version: null } as const;

/** Founds the chain as people do: the owner signs up, opens stores and invites, the invited accept. */
export async function openChain(services: Services): Promise<OpenChain> {
  const { name, email } = owner;
  const founded = await services.accounts.registration.register(
    { ...signUp, name, email, company_name: company },
    demoDevice,
  );
  const gerant = asGerant(founded.user);
  const opened: OpenStore[] = [];
  for (const demo of stores) opened.push(await openStore(services, gerant, demo));
  return { gerant, stores: opened };
}

async function openStore(services: Services, gerant: ActorOf<'gerant'>, demo: DemoStore): Promise<OpenStore> {
  const { name, location, address } = demo;
  const store = await services.storeOpenings.open(gerant, StoreInput.parse({ name, location, address }));
  const manager = asManager(await hire(services, gerant, demo.manager, { role: 'manager', store_id: store.id }));
  const sellers = new Map<string, ActorOf<'seller'>>();
  for (const each of demo.sellers) {
    const seller = await hire(services, gerant, each, { role: 'seller', store_id: store.id });
    sellers.set(each.key, asSeller(seller));
  }
  const till_key = demo.profile.counted_by === 'till' ? await connectTill(services, gerant, store.id) : null;
  await services.days.configs.change(manager, store.id, enteredBy[demo.profile.counted_by], null);
  return { demo, store_id: store.id, manager, sellers, till_key };
}

/** Who enters what, where visitors are counted by each seller, for the whole store, or by the till. */
const enteredBy: Readonly<Record<DemoStore['profile']['counted_by'], EntryBy>> = {
  sellers: defaultEntryBy,
  store: { ...defaultEntryBy, nb_prospects: 'store' },
  till: { ca_journalier: 'till', nb_ventes: 'till', nb_articles: 'till', nb_prospects: 'till' },
};

type Place = Pick<InvitationInput, 'role' | 'store_id'>;

/** Invites someone by a link, so that no mail is written; resolves to the token of that link. */
export async function inviteByLink(
  services: Services,
  gerant: ActorOf<'gerant'>,
  { name }: Staff,
  place: Place,
): Promise<string> {
  const input = { ...place, name, email: null, manager_id: null, channel: 'link', locale: 'fr' } as const;
  const { invitation_url } = await services.invitations.invite(gerant, input);
  const token = invitation_url?.split('#')[1];
  if (token === undefined) throw new Error('An invitation by link tells its link');
  return token;
}

async function hire(services: Services, gerant: ActorOf<'gerant'>, staff: Staff, place: Place): Promise<Me> {
  const invitation_token = await inviteByLink(services, gerant, staff, place);
  const { user } = await services.accounts.acceptance.accept(
    { ...signUp, invitation_token, email: staff.email },
    demoDevice,
  );
  return user;
}

async function connectTill(services: Services, gerant: ActorOf<'gerant'>, store_id: string): Promise<string> {
  const { api_key } = await services.apiKeys.create(
    gerant,
    { name: 'Caisse', permissions: ['write:kpi', 'read:stats'], expires_days: null, store_ids: [store_id] },
    'fr',
  );
  return api_key;
}
