import type { Entitlement } from '@retail-performer/domain/billing';
import { businessDay, type Day, type DayClock } from '@retail-performer/domain/kernel';
import type { Scope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import { type AlertFacts, unvalidatedDays } from './network-alerts.ts';
import type { StoreRead } from './network-store.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';

/** A key whose last call was refused or failed, and the store that it named, which may be nobody's. */
export interface FailingKey {
  readonly store_id: string | null;
  readonly at: string;
}

interface Deps {
  readonly data: Unit<{
    readonly networkMonths: Pick<NetworkMonthRepository, 'findValidating'>;
  }>;
  readonly failingKeys: (scope: Scope, since: string) => Promise<readonly FailingKey[]>;
  readonly system: System;
}

/** What a workspace may, and all of its stores. */
interface Whose {
  readonly rights: Entitlement;
  readonly mine: ReadonlySet<string>;
}

const hourMs = 3_600_000;

/** What a network's alerts need beside its figures. */
export function networkAlertFacts({ data: { read }, failingKeys, system }: Deps) {
  return {
    async find(scope: Scope, reads: readonly StoreRead[], { rights, mine }: Whose): Promise<AlertFacts> {
      const now = system.now();
      const clocks = new Map(reads.map(({ store_id, clock }) => [store_id, clock]));
      const overdueAt = new Map<string, Day>();
      const overdue = (store_id: string): Day => {
        const clock = clocks.get(store_id) ?? paris;
        const key = `${clock.timezone}|${clock.cutoff_hour}`;
        const day = overdueAt.get(key) ?? businessDay(new Date(now.getTime() - 36 * hourMs), clock);
        overdueAt.set(key, day);
        return day;
      };
      const open = reads.filter((store) => unvalidatedDays(store, overdue(store.store_id)).length > 0);
      const failing = await failingKeys(scope, new Date(now.getTime() - 48 * hourMs).toISOString());
      const { seats, used_seats, reserved_seats } = rights;
      return {
        // What was called for may be anything; that a key fails matters all the same.
        failing: failing.map(({ store_id, at }) => ({
          store_id: store_id !== null && mine.has(store_id) ? store_id : null,
          date: businessDay(new Date(at), paris),
        })),
        validating: await validatingAmong(scope, open),
        overdue,
        seats_taken: seats === null || seats === 0 ? null : (used_seats + reserved_seats) / seats,
      };
    },
  };

  // Nearly always a day that was closed is among those at hand; the others may have closed one long ago.
  async function validatingAmong(scope: Scope, stores: readonly StoreRead[]): Promise<ReadonlySet<string>> {
    const { lately = [], before = [] } = Object.groupBy(stores, (store) => (hasValidated(store) ? 'lately' : 'before'));
    const found = before.length === 0 ? [] : await read.networkMonths.findValidating(scope, before.map(idOf));
    return new Set([...lately.map(idOf), ...found]);
  }
}
export type NetworkAlertFacts = ReturnType<typeof networkAlertFacts>;

// Keys have no place of their own.
const paris: DayClock = { timezone: 'Europe/Paris', cutoff_hour: 4 };

const idOf = ({ store_id }: StoreRead): string => store_id;

const hasValidated = ({ months, window }: StoreRead): boolean =>
  window.recent.some(({ no }) => (months(no)?.grid?.validated ?? 0) !== 0);
