import { NewApiKey } from '@retail-performer/domain/integrations';
import { Permission } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import { recordsAt } from '../src/records.ts';
import { Subscriptions } from '../src/features/billing/subscription.repository.ts';
import { Users } from '../src/features/people/user.repository.ts';
import { Workspaces } from '../src/features/stores/workspace.repository.ts';
import { goodPassword } from './accounts.ts';
import { hashPassword } from '../src/core/security/passwords.ts';
import type { TestEngine } from './engines.ts';
import { given, paying, sub } from './paying.ts';
import { type Reply, type TestApp, testApp } from './test-app.ts';
import { everybody, settleIn, store, user, workspace } from './world.ts';

/** A chain whose objects a call names, and the people of one of its stores. */
export interface Home {
  readonly workspace: string;
  readonly gerant: string;
  readonly manager: string;
  readonly seller: string;
  readonly store: string;
}

/** The chain whose objects are named, the other one, and one whose trial is over. */
export const mode: Home = { workspace: 'mode', gerant: 'gerant-mode', manager: 'marie', seller: 'lea', store: 'lyon' };
export const sport: Home = {
  workspace: 'sport',
  gerant: 'gerant-sport',
  manager: 'nora',
  seller: 'sam',
  store: 'nice',
};
export const late: Home = {
  workspace: 'late',
  gerant: 'gerant-late',
  manager: 'hugo',
  seller: 'eva',
  store: 'lille',
};

const over: Partial<WorkspaceRow> = {
  trial_start: '2025-11-01T08:00:00.000Z',
  trial_end: '2025-11-15T08:00:00.000Z',
};
const running: Partial<WorkspaceRow> = {
  trial_start: '2025-12-14T08:00:00.000Z',
  trial_end: '2025-12-28T08:00:00.000Z',
};

// Seats enough for whoever is invited in a walk.
const ofSport = sub({
  id: 'sub-sport',
  workspace_id: 'sport',
  stripe_subscription_id: 'sub_2',
  stripe_customer_id: 'cus_2',
  live_key: 'sport',
  seats: 1000,
});

/** A sign-in and its tokens. */
interface Opened {
  readonly session_id: string;
  readonly token: string;
  readonly refresh_token: string;
}

/** The application with everything that a walk over the whole contract needs. */
export interface Ground {
  readonly api: TestApp;
  /** A number that nobody has had before. */
  fresh(): number;
  /** The header by which someone calls. */
  bearer(who: string): Promise<Readonly<Record<string, string>>>;
  /** A new session of someone: its access and refresh tokens. */
  session(who: string): Promise<Opened>;
  /** A call by someone, answered. */
  post(who: string, path: string, body: object): Promise<Reply>;
  /** Someone new who can sign in with `goodPassword`. */
  newcomer(more?: Partial<UserRow>): Promise<UserRow & { readonly email: string }>;
  /** The secret of a new key of a chain that may do everything, or what `more` says. */
  key(home: Home, more?: object): Promise<string>;
  /** The secret of a key that a whole walk uses, made once: a chain may hold fifty. */
  machine(home: Home, more?: object): Promise<string>;
  /** Does something while a person is in another state. */
  whileStatus<R>(who: string, status: UserRow['status'], work: () => Promise<R>): Promise<R>;
  /** Does something for a chain as if its trial still ran. */
  whileWritable<R>(home: Home, work: () => Promise<R>): Promise<R>;
}

/** Starts the application, paid for, with the chains Mode, Sport and Late; everybody knows `goodPassword`. */
export async function groundOf(engine: TestEngine, variables: Readonly<Record<string, string>> = {}): Promise<Ground> {
  const api = await testApp(engine, { ...paying, ...variables });
  const { database, records } = api;
  await given(api, sub({ seats: 1000 }));
  await database.of(Subscriptions).insert([ofSport]);
  await database.of(Workspaces).update({ id: 'sport' }, { set: { current_subscription_id: ofSport.id } });
  await settleLate(api);
  const password_hash = await hashPassword(goodPassword);
  const all = { id: { $in: [...everybody.map(({ id }) => id), late.gerant, late.manager, late.seller] } };
  await database.of(Users).update(all, { set: { password_hash } });

  const known = new Map<string, Opened>();
  const secrets = new Map<string, string>();
  let drawn = 0;
  const fresh = () => ++drawn;
  const setWorkspace = (home: Home, set: Partial<WorkspaceRow>) =>
    database.of(Workspaces).update({ id: home.workspace }, { set });

  const ground: Ground = {
    api,
    fresh,
    async bearer(who) {
      const last = known.get(who);
      // The oldest session of someone who opens many has ended.
      const isLive = last !== undefined && (await records.sessions.get(last.session_id))?.revoked_at === null;
      const session = isLive ? last : await ground.session(who);
      known.set(who, session);
      return { authorization: `Bearer ${session.token}` };
    },
    async session(who) {
      const row = await records.users.get(who);
      if (row === null) throw new Error(`Nobody is ${who}`);
      const { sessions } = api.services;
      const session = await database.transaction((tx) =>
        sessions.open(recordsAt(tx, api.system), row, {
          device: { user_agent: 'test', ip_prefix: null },
          client: 'api',
        }),
      );
      const { token, refresh_token } = await sessions.grant(session, row.role);
      return { session_id: session.id, token, refresh_token: refresh_token ?? '' };
    },
    post: async (who, path, body) => api.post(null, path, body, await ground.bearer(who)),
    async newcomer(more = {}) {
      const id = `newcomer-${fresh()}`;
      const row = { ...user(id, 'seller', { workspace_id: 'mode', store_id: 'lyon', ...more }), password_hash };
      await records.users.insert(row);
      return { ...row, email: row.email ?? '' };
    },
    async key(home, more = {}) {
      const body = { name: 'Caisse', permissions: Permission.options, ...more };
      const { json } = await ground.whileWritable(home, () => ground.post(home.gerant, '/integrations/api-keys', body));
      return NewApiKey.parse(json).api_key;
    },
    async machine(home, more = {}) {
      const which = JSON.stringify([home.workspace, more]);
      const secret = secrets.get(which) ?? (await ground.key(home, more));
      secrets.set(which, secret);
      return secret;
    },
    async whileStatus(who, status, work) {
      await database.of(Users).update({ id: who }, { set: { status } });
      try {
        return await work();
      } finally {
        await database.of(Users).update({ id: who }, { set: { status: 'active' } });
      }
    },
    async whileWritable(home, work) {
      if (home !== late) return work();
      await setWorkspace(home, running);
      try {
        return await work();
      } finally {
        await setWorkspace(home, over);
      }
    },
  };
  return ground;
}

async function settleLate({ records }: TestApp): Promise<void> {
  await records.workspaces.insert(workspace('late', over));
  const there = { workspace_id: 'late', store_id: 'lille' };
  await settleIn(
    records,
    [store('lille', 'late')],
    [
      user('gerant-late', 'gerant', { workspace_id: 'late' }),
      user('hugo', 'manager', there),
      user('eva', 'seller', { ...there, manager_id: 'hugo' }),
    ],
  );
}
