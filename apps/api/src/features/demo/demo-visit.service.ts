import {
  type DemoInput,
  type DemoRole,
  type DemoSwitch,
  type DemoTour,
  type DemoVisit,
  demoErrors,
} from '@retail-performer/domain/demo';
import { AppError, kernelErrors, notFound } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { tenantOf, workspaceScope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { Device } from '../auth/device.ts';
import type { MeService } from '../auth/me.service.ts';
import type { SessionRepository } from '../auth/session.repository.ts';
import type { SessionService } from '../auth/session.service.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { SandboxService } from './sandbox.service.ts';

interface Deps {
  readonly data: Unit<{
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
    readonly stores: Pick<StoreRepository, 'find' | 'findAll'>;
    readonly users: Pick<UserRepository, 'findActive' | 'note'>;
    readonly sessions: SessionRepository;
  }>;
  readonly sandboxes: SandboxService;
  readonly sessions: SessionService;
  readonly people: Pick<MeService, 'view'>;
  /** Whether this installation offers demonstrations. */
  readonly enabled: boolean;
}

type DemoActor = ActorOf<DemoRole>;

/** Lets visitors look around as the people of a chain of their own. */
export function demoVisitService({ data, sandboxes, sessions, people, enabled }: Deps) {
  async function tourOf(workspace_id: string): Promise<DemoTour> {
    const scope = workspaceScope(workspace_id);
    const workspace = await data.read.workspaces.find(workspace_id);
    const stores = (await data.read.stores.findAll(scope)).toSorted(oldestFirst);
    const active = await data.read.users.findActive(scope);
    const nameOf = (store_id: string | null) => stores.find(({ id }) => id === store_id)?.name ?? null;
    const ofRole = (role: DemoRole) =>
      active
        .filter((each) => each.role === role)
        .map(({ name, store_id }) => ({ role, name, store_name: nameOf(store_id) }));
    return {
      expires_at: workspace?.demo_expires_at ?? '',
      people: (['gerant', 'manager', 'seller'] as const).flatMap(ofRole),
      stores: stores.map(({ id, name }) => ({ id, name })),
    };
  }

  async function enter(user: UserRow, device: Device): Promise<DemoVisit> {
    if (user.workspace_id === null) throw new AppError(kernelErrors, 'SESSION_REVOKED');
    const session = await data.change((at) => sessions.open(at, user, { device, client: 'demo' }));
    const { token, expires_in } = await sessions.grant(session, user.role);
    const seen = { last_login_at: session.created_at, last_seen_at: session.created_at };
    await data.read.users.note(user.id, seen);
    const demo = await tourOf(user.workspace_id);
    return { token, expires_in, refresh_token: null, user: await people.view({ ...user, ...seen }), demo };
  }

  /** The store to be in: the one in view, else one's own, else the oldest. */
  async function storeFor(actor: DemoActor, store_id: string | undefined): Promise<StoreRow | null> {
    const scope = tenantOf(actor);
    const own = 'store_id' in actor ? actor.store_id : null;
    const wanted = store_id ?? own;
    const found = wanted === null ? null : await data.read.stores.find(scope, wanted);
    if (found === null && store_id !== undefined) throw notFound('store');
    return found ?? (await data.read.stores.findAll(scope)).toSorted(oldestFirst)[0] ?? null;
  }

  return {
    /** Opens a demonstration and enters it; 404 where there are none, 503 while too many live. */
    async open({ role, locale }: DemoInput, device: Device): Promise<DemoVisit> {
      if (!enabled) throw new AppError(demoErrors, 'DEMO_DISABLED');
      const { owner, stores } = await sandboxes.open(locale ?? device.locale, device);
      const [first] = stores;
      const entered = { gerant: owner, manager: first?.manager, seller: first?.sellers[0] };
      const user = entered[role];
      if (user === undefined) throw new Error(`Nobody in the demonstration is ${role}`);
      return enter(user, device);
    },

    /** Goes on as someone else of the same demonstration; 404 for a store of another one, or one without such people. */
    async switchTo(actor: DemoActor, { role, store_id }: DemoSwitch, device: Device): Promise<DemoVisit> {
      const store = await storeFor(actor, store_id);
      const active = await data.read.users.findActive(tenantOf(actor));
      const there = active.filter((each) => each.role === role && (role === 'gerant' || worksIn(each, store)));
      const named = [actor.user_id, store?.manager_id].map((id) => there.find((each) => each.id === id));
      const user = named.find((each) => each !== undefined) ?? there[0];
      if (user === undefined) throw notFound('user');
      return enter(user, device);
    },
  };
}
export type DemoVisitService = ReturnType<typeof demoVisitService>;

const worksIn = ({ store_ids }: UserRow, store: StoreRow | null): boolean =>
  store !== null && store_ids.includes(store.id);

const oldestFirst = (one: StoreRow, other: StoreRow): number =>
  Date.parse(one.created_at) - Date.parse(other.created_at);
