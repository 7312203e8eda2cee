import { AppError, notFound, requireSomething, staleRevision } from '@retail-performer/domain/kernel';
import {
  storeErrors,
  type StoreSettings,
  type StoreSettingsPatch,
  type StoreSettingsRow,
  storeSettingsView,
} from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { changesOf, toldOf } from '../../core/changes.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { CalendarChanged } from './calendar-hook.ts';
import type { StoreService } from './store.service.ts';
import type { StoreLifeRepository } from './store-life.repository.ts';

interface Records {
  readonly storeLives: Pick<StoreLifeRepository, 'findSettings' | 'updateSettings'>;
  readonly audit: Audit;
}

interface Deps<R extends Records> {
  readonly data: Unit<R>;
  readonly system: System;
  readonly stores: StoreService;
  readonly calendarChanged: CalendarChanged<R>;
}

type Chief = ActorOf<'gerant' | 'manager'>;

/** On which weekdays a store opens, and whether days that only the till wrote are validated by the system. */
export function storeSettingsService<R extends Records>({ data, system, stores, calendarChanged }: Deps<R>) {
  return {
    async show(actor: Chief, store_id: string): Promise<StoreSettings> {
      await stores.get(actor, store_id);
      return storeSettingsView(await found(data.read, scopeOf(actor), store_id));
    },

    /** Changes what is named; automatic validation is the owner's. `expected` is the revision to replace, null for any. */
    async edit(
      actor: Chief,
      store_id: string,
      patch: StoreSettingsPatch,
      expected: number | null,
    ): Promise<StoreSettings> {
      requireSomething(patch);
      const { workspace_id } = await stores.get(actor, store_id);
      const forbidden = patch.auto_validate !== undefined && actor.role !== 'gerant';
      if (forbidden) throw new AppError(storeErrors, 'OWNER_ONLY_FIELD');
      requireWritable(actor.space);
      return data.change(async (at) => {
        const scope = scopeOf(actor);
        const settings = await found(at, scope, store_id);
        if (expected !== null && expected !== settings.rev) throw staleRevision(storeSettingsView(settings));
        const change = changesOf(settings, patch);
        if (change === null) return storeSettingsView(settings);

        const updated_at = system.now().toISOString();
        await at.storeLives.updateSettings(scope, store_id, {
          ...change.after,
          updated_by: actor.user_id,
          updated_at,
        });
        await at.audit.record(actor, {
          workspace_id,
          action: 'store.edited',
          entity_type: 'store_settings',
          entity_id: settings.id,
          store_id,
          ...toldOf(change, ['opening_days', 'auto_validate']),
        });
        if (change.after.opening_days !== undefined) await calendarChanged(at, store_id);
        return storeSettingsView(await found(at, scope, store_id));
      });
    },
  };
}
export type StoreSettingsService = ReturnType<typeof storeSettingsService>;

async function found({ storeLives }: Records, scope: Scope, store_id: string): Promise<StoreSettingsRow> {
  const settings = await storeLives.findSettings(scope, store_id);
  if (settings === null) throw notFound('store');
  return settings;
}
