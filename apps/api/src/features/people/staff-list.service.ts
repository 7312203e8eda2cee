import { lowered } from '@retail-performer/domain/kernel';
import type { Staff, StaffDetail, StaffQuery } from '@retail-performer/domain/people';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { StaffRecords } from './staff.records.ts';
import type { StaffViewRecords, StaffViewService } from './staff-view.service.ts';

interface Records extends StaffViewRecords {
  readonly staff: Pick<StaffRecords['staff'], 'findPage'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly views: StaffViewService;
}

const Place = z.object({ name_lc: z.string(), id: z.string() });

/** The managers and sellers of an owner. */
export function staffListService({ data: { read }, views }: Deps) {
  return {
    /** A page of people by name; of one store those who are assigned to it now. */
    async list(gerant: ActorOf<'gerant'>, { limit, cursor, ...filters }: StaffQuery) {
      const scope = scopeOf(gerant);
      const { role, status, store_id, q } = filters;
      const asked = [role ?? null, status ?? null, store_id ?? null, q];
      const after = placeOf(cursor, asked, Place);
      const there = store_id === undefined ? null : await read.assignments.findOpenOfStore(scope, store_id);
      const rows = await read.staff.findPage(
        scope,
        {
          roles: role === undefined ? ['manager', 'seller'] : [role],
          statuses: status === undefined ? ['invited', 'active', 'suspended'] : [status],
          ids: there && there.map(({ user_id }) => user_id),
          name: lowered(q),
        },
        { after, limit: limit + 1 },
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const goesOn = rows.length > limit && last !== undefined;
      const items: readonly Staff[] = await views.listOf(read, scope, shown);
      return {
        items: [...items],
        next_cursor: goesOn ? cursorAt(asked, { name_lc: last.name_lc, id: last.id }) : null,
      };
    },

    show: (gerant: ActorOf<'gerant'>, user_id: string): Promise<StaffDetail> =>
      views.detailOf(read, scopeOf(gerant), user_id),
  };
}
export type StaffListService = ReturnType<typeof staffListService>;
