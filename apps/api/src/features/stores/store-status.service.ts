import { addDays, businessDay, type Day, invalidTransition, notFound } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import {
  type Store,
  type StoreClosed,
  type StoreDeed,
  storeGoal,
  storeMay,
  type StoreReopened,
  type StoreRow,
  storeView,
} from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { CalendarChanged } from './calendar-hook.ts';
import type { StoreRepository } from './store.repository.ts';
import type { StoreLifeRepository } from './store-life.repository.ts';
import type { WorkspaceRepository } from './workspace.repository.ts';

/** What a closing does to people: whose work ends there, and the seats that this frees. */
export type Emptied = Omit<StoreClosed, 'store'>;

interface Records {
  readonly workspaces: Pick<WorkspaceRepository, 'lockSeats'>;
  readonly stores: Pick<StoreRepository, 'find'>;
  readonly storeLives: Pick<StoreLifeRepository, 'update'>;
  readonly audit: Audit;
  /** What is asked of later features. */
  readonly users: { findOfStore(scope: Scope, store_id: string): Promise<UserRow[]> };
  readonly apiKeys: { dropStore(scope: Scope, store_id: string, now: string): Promise<readonly string[]> };
}

interface Deps<R extends Records> {
  readonly data: Unit<R>;
  readonly system: System;
  readonly calendarChanged: CalendarChanged<R>;
  /** Sends the people of a closing store away, in the same transaction. */
  readonly emptyStore: (at: R, gerant: Gerant, store: StoreRow) => Promise<Emptied>;
}

type Gerant = ActorOf<'gerant'>;

/** How a store is suspended for a while, closed, and opened again. */
export function storeStatusService<R extends Records>({ data, system, calendarChanged, emptyStore }: Deps<R>) {
  return {
    /** Suspends an open store: it can be read and takes no figures; its people keep access and seats. */
    suspend: (gerant: Gerant, store_id: string): Promise<Store> =>
      data.change(async (at) => {
        const now = system.now().toISOString();
        return storeView(
          await turn(at, gerant, { store_id, deed: 'suspend', set: () => ({ suspended_at: now }), now }),
        );
      }),

    /** Opens a store again, and names those whom its closing suspended; nobody is reactivated by it. */
    reopen: (gerant: Gerant, store_id: string): Promise<StoreReopened> =>
      data.change(async (at) => {
        const now = system.now().toISOString();
        const set = (before: StoreRow) => ({ suspended_at: null, closed_at: null, pauses: pausesUntil(before, now) });
        const store = await turn(at, gerant, { store_id, deed: 'reopen', set, now });
        const people = await at.users.findOfStore(scopeOf(gerant), store_id);
        const waiting = people.filter(
          ({ status, suspended_reason }) => status === 'suspended' && suspended_reason === 'store_closed',
        );
        return {
          store: storeView(store),
          staff_to_reactivate: waiting
            .toSorted((one, other) => one.name_lc.localeCompare(other.name_lc, 'fr'))
            .map(({ id, name, role }) => ({ user_id: id, name, role })),
        };
      }),

    /**
     * Closes a store in one transaction: whoever works nowhere else is suspended, whoever does just leaves it, its
     * pending invitations are cancelled, and keys no longer name it.
     */
    close: (gerant: Gerant, store_id: string): Promise<StoreClosed> =>
      data.change(async (at) => {
        const now = system.now().toISOString();
        // Nobody is to arrive in the meantime.
        await at.workspaces.lockSeats(gerant.workspace_id);
        const store = await turn(at, gerant, { store_id, deed: 'close', set: () => ({ closed_at: now }), now });
        const emptied = await emptyStore(at, gerant, store);
        for (const entity_id of await at.apiKeys.dropStore(scopeOf(gerant), store_id, now)) {
          await at.audit.record(gerant, {
            workspace_id: store.workspace_id,
            action: 'api_key.edited',
            entity_type: 'api_key',
            entity_id,
            store_id,
            reason_code: 'store_closed',
          });
        }
        const closed = await found(at, scopeOf(gerant), store_id);
        return { store: storeView(closed), ...emptied };
      }),
  };

  async function turn(
    at: R,
    gerant: Gerant,
    {
      store_id,
      deed,
      set,
      now,
    }: { store_id: string; deed: StoreDeed; set: (before: StoreRow) => Partial<StoreRow>; now: string },
  ): Promise<StoreRow> {
    const scope = scopeOf(gerant);
    const store = await found(at, scope, store_id);
    if (deed === 'reopen') requireWritable(gerant.space);
    const status = storeGoal[deed];
    if (!storeMay(deed, store.status)) throw invalidTransition(store.status, status);
    await at.storeLives.update(scope, store_id, { ...set(store), status, updated_at: now });
    await at.audit.record(gerant, {
      workspace_id: store.workspace_id,
      action: `store.${verbs[deed]}`,
      entity_type: 'store',
      entity_id: store_id,
      store_id,
      before: { status: store.status },
      after: { status },
    });
    await calendarChanged(at, store_id);
    return found(at, scope, store_id);
  }
}
export type StoreStatusService = ReturnType<typeof storeStatusService>;

/** The days without trade of a store, now that it opens again; nothing was expected on them, and never will be. */
function pausesUntil(store: StoreRow, now: string): StoreRow['pauses'] {
  const { suspended_at, closed_at, pauses } = store;
  const dayOf = (instant: string): Day => businessDay(new Date(instant), store);
  // On the day of its closing a store still traded; a suspension begins at once.
  const from = suspended_at === null ? closed_at && addDays(dayOf(closed_at), 1) : dayOf(suspended_at);
  const last = addDays(dayOf(now), -1);
  return from === null || from > last ? pauses : [...pauses, { date_from: from, date_to: last }];
}

const verbs = { suspend: 'suspended', reopen: 'reopened', close: 'closed' } as const satisfies Record<
  StoreDeed,
  string
>;

async function found({ stores }: Pick<Records, 'stores'>, scope: Scope, id: string): Promise<StoreRow> {
  const store = await stores.find(scope, id);
  if (store === null) throw notFound('store');
  return store;
}
