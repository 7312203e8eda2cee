import { businessDay, type Day } from '@retail-performer/domain/kernel';
import type { StoreAssignmentRow } from '@retail-performer/domain/people';
import type { StoreRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { type Scope, tenantOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { OpeningRepository } from '../stores/opening.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import { tieOn } from './seller-day.service.ts';

/** Where a seller works and has worked, and which business day it is for him. */
export interface MyStores {
  readonly tenant: Scope;
  readonly now: Date;
  readonly today: Day;
  /** His present store; null without one. */
  readonly store: StoreRow | null;
  /** Every store that he ever worked in. */
  readonly stores: readonly StoreRow[];
  /** Where he was to work on a day; null before he came and where he has no store. */
  readonly assignedOn: (day: Day) => string | null;
}

interface Deps {
  readonly data: Unit<{
    readonly assignments: Pick<AssignmentRepository, 'findOfUser'>;
    readonly openings: Pick<OpeningRepository, 'findStores'>;
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
  }>;
  readonly system: System;
}

// The hour at which a workspace begins its day; each store may have its own.
const cutoff_hour = 4;

/** The stores of one seller. */
export function myStoresService({ data, system }: Deps) {
  const { read } = data;
  return {
    async read(seller: ActorOf<'seller'>): Promise<MyStores> {
      const tenant = tenantOf(seller);
      const now = system.now();
      const ties: readonly StoreAssignmentRow[] = await read.assignments.findOfUser(tenant, seller.user_id);
      const ids = new Set([...(seller.store_id === null ? [] : [seller.store_id]), ...ties.map((tie) => tie.store_id)]);
      const stores = ids.size === 0 ? [] : await read.openings.findStores(tenant, [...ids]);
      const store = stores.find(({ id }) => id === seller.store_id) ?? null;
      const clock = store ?? { timezone: await timezoneOf(seller.workspace_id), cutoff_hour };
      return {
        tenant,
        now,
        today: businessDay(now, clock),
        store,
        stores,
        assignedOn: (day) => tieOn(ties, day)?.store_id ?? null,
      };
    },
  };

  async function timezoneOf(workspace_id: string): Promise<string> {
    return (await read.workspaces.find(workspace_id))?.timezone ?? 'Europe/Paris';
  }
}
export type MyStoresService = ReturnType<typeof myStoresService>;
