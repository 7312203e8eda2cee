import { notFound } from '@retail-performer/domain/kernel';
import { type User, userView } from '@retail-performer/domain/people';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { StoreService } from '../stores/store.service.ts';
import { requireCoach } from './placement.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffCommandService } from './staff-command.service.ts';
import { memberIn } from './staff-view.service.ts';

interface Deps<R extends StaffRecords> {
  readonly commands: StaffCommandService<R>;
  readonly system: System;
  readonly stores: StoreService;
}

/** Names who coaches whom inside a store, which gives no right. */
export function coachNamingService<R extends StaffRecords>({ commands, system, stores }: Deps<R>) {
  return {
    /** Gives a seller of the store a manager of the store as coach, or none. */
    async assign(
      actor: ActorOf<'gerant' | 'manager'>,
      { store_id, seller_id }: { readonly store_id: string; readonly seller_id: string },
      manager_id: string | null,
    ): Promise<{ readonly seller: User }> {
      await stores.get(actor, store_id);
      return commands.alone(actor, async (at) => {
        const scope = scopeOf(actor);
        const seller = await memberIn(at, scope, seller_id).catch(() => null);
        if (seller?.role !== 'seller' || seller.store_id !== store_id) throw notFound('seller');
        await requireCoach(at, scope, { manager_id, store_id });
        requireWritable(actor.space);
        if (seller.manager_id === manager_id) return { seller: userView(seller) };

        const now = system.now().toISOString();
        await at.staff.update(scope, seller_id, { manager_id, updated_at: now });
        await at.invitations.follow(seller_id, { manager_id }, now);
        await at.audit.record(actor, {
          workspace_id: actor.workspace_id,
          action: 'staff.manager_changed',
          entity_type: 'user',
          entity_id: seller_id,
          store_id,
          before: { manager_id: seller.manager_id },
          after: { manager_id },
        });
        return { seller: userView(await memberIn(at, scope, seller_id)) };
      });
    },
  };
}
export type CoachNamingService = ReturnType<typeof coachNamingService>;
