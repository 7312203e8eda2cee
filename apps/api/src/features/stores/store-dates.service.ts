import { calendarErrors, type StoreDatesQuery } from '@retail-performer/domain/calendar';
import { AppError, Day, notFound } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import type { Audit } from '../../core/audit.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { CalendarChanged } from './calendar-hook.ts';
import type { StoreService } from './store.service.ts';
import type { DatesPage } from './store-closure.repository.ts';
import type { StoreLifeRepository } from './store-life.repository.ts';

/** What is said of something that lasts some days of one store. */
interface Said {
  readonly date_from: Day;
  readonly date_to: Day;
  readonly kind: string;
}

/** What the server adds to it. */
interface Ties {
  readonly id: string;
  readonly workspace_id: string;
  readonly store_id: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly updated_at: string;
}

const Place = z.object({ date_from: Day, id: z.string() });

/** Where things of one sort are kept. */
interface DatedRows<Row> {
  findPage(scope: Scope, store_id: string, page: DatesPage): Promise<Row[]>;
  find(scope: Scope, store_id: string, id: string): Promise<Row | null>;
  findSame(scope: Scope, row: Row): Promise<Row | null>;
  insert(row: Row): Promise<void>;
  remove(scope: Scope, id: string): Promise<boolean>;
}

interface Records {
  readonly storeLives: Pick<StoreLifeRepository, 'lockCalendar'>;
  readonly audit: Audit;
}

interface Deps<R extends Records, S extends Said> {
  readonly data: Unit<R>;
  readonly system: System;
  readonly stores: StoreService;
  readonly calendarChanged: CalendarChanged<R>;
  /** What one of them is called in the audit log and in refusals. */
  readonly noun: 'closure' | 'event';
  readonly rowsIn: (at: R) => DatedRows<S & Ties>;
  /** Whether it decides on which days the store may be compared. */
  readonly decides: (row: S) => boolean;
}

type Chief = ActorOf<'gerant' | 'manager'>;

/** What lasts some days of one store: its closed days and openings against the habit, or what explains its figures. */
export function storeDatesService<R extends Records, S extends Said>(deps: Deps<R, S>) {
  const { data, system, stores, calendarChanged, noun, rowsIn, decides } = deps;

  async function note(at: R, actor: Chief, row: S & Ties, verb: 'created' | 'deleted'): Promise<void> {
    const { id, workspace_id, store_id, kind, date_from, date_to } = row;
    const what = { kind, date_from, date_to };
    await at.audit.record(actor, {
      workspace_id,
      action: `${noun}.${verb}`,
      entity_type: noun,
      entity_id: id,
      store_id,
      ...(verb === 'created' ? { after: what } : { before: what }),
    });
    if (decides(row)) await calendarChanged(at, store_id);
  }

  return {
    /** Those of a store by date, page by page, each as `view` shows it. */
    async list<V>(actor: Chief, store_id: string, { limit, cursor }: StoreDatesQuery, view: (row: S & Ties) => V) {
      await stores.get(actor, store_id);
      const filters = { noun, store_id };
      const after = placeOf(cursor, filters, Place);
      const rows = await rowsIn(data.read).findPage(scopeOf(actor), store_id, { after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const goesOn = rows.length > limit && last !== undefined;
      return {
        items: shown.map(view),
        next_cursor: goesOn ? cursorAt(filters, { date_from: last.date_from, id: last.id }) : null,
      };
    },

    /** Adds one; no day of a store takes two of the same kind. */
    async add(actor: Chief, store_id: string, said: S): Promise<S & Ties> {
      await stores.get(actor, store_id);
      requireWritable(actor.space);
      const { workspace_id, user_id: created_by } = actor;
      return data.change(async (at) => {
        const scope = scopeOf(actor);
        const now = system.now().toISOString();
        const ties = { workspace_id, store_id, created_by, created_at: now, updated_at: now };
        const row = { ...said, ...ties, id: system.newId() };
        await at.storeLives.lockCalendar(scope, store_id);
        const same = await rowsIn(at).findSame(scope, row);
        if (same !== null) throw new AppError(calendarErrors, 'CLOSURE_OVERLAP');
        await rowsIn(at).insert(row);
        await note(at, actor, row, 'created');
        return row;
      });
    },

    /** Takes one back. */
    async remove(actor: Chief, store_id: string, id: string): Promise<void> {
      await stores.get(actor, store_id);
      await data.change(async (at) => {
        const scope = scopeOf(actor);
        const row = await rowsIn(at).find(scope, store_id, id);
        if (row === null) throw notFound(noun);
        requireWritable(actor.space);
        if (!(await rowsIn(at).remove(scope, id))) throw notFound(noun);
        await note(at, actor, row, 'deleted');
      });
    },
  };
}
export type StoreDatesService<S extends Said> = ReturnType<typeof storeDatesService<Records, S>>;
