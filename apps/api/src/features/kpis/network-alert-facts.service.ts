import type { Entitlement } from '@retail-performer/domain/billing';
import { businessDay, type Day, type DayClock } from '@retail-performer/domain/kernel';
import type { Scope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { UserRepository } from '../people/user.repository.ts';
import { type AlertFacts, lacksSomeone, lastOpenDays, unvalidatedDays } from './network-alerts.ts';
import type { AbsenceRepository } from './absence.repository.ts';
import type { Expected, StoreRead } from './network-store.ts';
import type { PeriodRepository } from './period.repository.ts';
import type { NetworkMonthRepository } from './network-month.repository.ts';

/** A key whose last call was refused or failed, and the store that it was about. */
export interface FailingKey {
  readonly store_id: string | null;
  readonly at: string;
}

interface Deps {
  readonly data: Unit<{
    readonly networkMonths: Pick<NetworkMonthRepository, 'findValidating'>;
    readonly users: Pick<UserRepository, 'findSellersAtWork'>;
    readonly periods: Pick<PeriodRepository, 'findEntries'>;
    readonly absences: AbsenceRepository;
  }>;
  readonly failingKeys: (scope: Scope, since: string) => Promise<readonly FailingKey[]>;
  readonly system: System;
}

const hourMs = 3_600_000;
const silentDays = 3;
/** Stores looked through for silent sellers; the answer shows twenty alerts at most. */
const mostStores = 50;

/** What a network's alerts need beside its figures. */
export function networkAlertFacts({ data: { read }, failingKeys, system }: Deps) {
  return {
    async find(
      scope: Scope,
      reads: readonly StoreRead[],
      expected: Expected,
      rights: Entitlement,
    ): Promise<AlertFacts> {
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
        failing: failing.map(({ store_id, at }) => ({ store_id, date: businessDay(new Date(at), paris) })),
        silent: await silentSellers(scope, reads, expected),
        validating:
          open.length === 0
            ? new Set()
            : await read.networkMonths.findValidating(
                scope,
                open.map(({ store_id }) => store_id),
              ),
        overdue,
        seats_taken: seats === null || seats === 0 ? null : (used_seats + reserved_seats) / seats,
      };
    },
  };

  async function silentSellers(
    scope: Scope,
    reads: readonly StoreRead[],
    expected: Expected,
  ): Promise<AlertFacts['silent']> {
    const suspects = reads
      .map((store) => ({ store, days: lastOpenDays(store, silentDays) }))
      .filter(({ store, days }) => days.length === silentDays && lacksSomeone(store, days, expected))
      .slice(0, mostStores);
    if (suspects.length === 0) return [];
    const ids = suspects.map(({ store }) => store.store_id);
    const dates = suspects.flatMap(({ days }) => days).toSorted();
    const [start_date = '', end_date = ''] = [dates[0], dates.at(-1)];
    const sellers = await read.users.findSellersAtWork(scope, ids);
    const entries = await read.periods.findEntries(scope, { start_date, end_date }, ids);
    const absences = await read.absences.findDays(scope, ids, { start: start_date, end: end_date });
    const present = new Set(entries.map(({ seller_id, date }) => `${seller_id}|${date}`));
    for (const { date, absences: away } of absences) for (const id of Object.keys(away)) present.add(`${id}|${date}`);
    const daysOf = new Map(suspects.map(({ store, days }) => [store.store_id, days]));
    return sellers.flatMap(({ id, store_id, created_at }) => {
      const days = store_id === null ? undefined : daysOf.get(store_id);
      const [last] = days ?? [];
      if (store_id === null || days === undefined || last === undefined) return [];
      const expectedOnAll = days.every((day) => created_at.slice(0, 10) <= day);
      const silent = expectedOnAll && days.every((day) => !present.has(`${id}|${day}`));
      return silent ? [{ store_id, user_id: id, date: last }] : [];
    });
  }
}
export type NetworkAlertFacts = ReturnType<typeof networkAlertFacts>;

// Keys have no place of their own.
const paris: DayClock = { timezone: 'Europe/Paris', cutoff_hour: 4 };
