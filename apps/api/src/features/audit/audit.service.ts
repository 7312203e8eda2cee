import type { AuditLine, AuditQuery } from '@retail-performer/domain/audit';
import { addDays, dayStart, Instant } from '@retail-performer/domain/kernel';
import { inEuros } from '@retail-performer/domain/kpis';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import type { AuditRow } from '../../core/audit.ts';
import type { AuditTrail } from '../../core/audit-trail.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { ApiKeyRepository } from '../integrations/api-key.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly auditTrail: AuditTrail;
    readonly users: Pick<UserRepository, 'findMany'>;
    readonly apiKeys: Pick<ApiKeyRepository, 'findMany'>;
    readonly stores: Pick<StoreRepository, 'findMany'>;
    readonly workspaces: Pick<WorkspaceRepository, 'find'>;
  }>;
}

type Gerant = ActorOf<'gerant'>;
const Place = z.object({ created_at: Instant, id: z.string() });

// What every instant comes before.
const endOfTime = '9999-12-31';

/** What happened in a workspace, as its owner reads it. */
export function auditService({ data: { read } }: Deps) {
  return {
    /** Lines of the journal, newest first; people, keys and stores are named as they are called today. */
    async list(gerant: Gerant, { limit, cursor, from, to, ...fields }: AuditQuery) {
      const { action, entity_type, entity_id, actor_id, store_id } = fields;
      const asked = [action, entity_type, entity_id, actor_id, store_id, from, to].map((each) => each ?? null);
      const after = placeOf(cursor, asked, Place);
      const workspace = await read.workspaces.find(gerant.workspace_id);
      const zone = workspace?.timezone ?? 'Europe/Paris';
      const since = from === undefined ? null : dayStart(from, zone);
      const until = to === undefined || to >= endOfTime ? null : dayStart(addDays(to, 1), zone);
      const scope = scopeOf(gerant);
      const rows = await read.auditTrail.findPage(scope, { ...fields, since, until }, { limit: limit + 1, after });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const ends = rows.length <= limit || last === undefined;
      return {
        items: await named(scope, page),
        next_cursor: ends ? null : cursorAt(asked, { created_at: last.created_at, id: last.id }),
      };
    },
  };

  /** One read for the people of a page, one for its keys, one for its stores. */
  async function named(scope: Scope, rows: readonly AuditRow[]): Promise<AuditLine[]> {
    const idsOf = (kind: string) => [
      ...new Set(
        rows.flatMap(({ actor_type, actor_id, entity_type, entity_id }) => [
          ...(actor_type === kind && actor_id !== null ? [actor_id] : []),
          ...(entity_type === kind ? [entity_id] : []),
        ]),
      ),
    ];
    const found = {
      user: await read.users.findMany(scope, idsOf('user')),
      api_key: await read.apiKeys.findMany(scope, idsOf('api_key')),
      store: await read.stores.findMany(scope, idsOf('store')),
    };
    const names = new Map(
      Object.entries(found).flatMap(([kind, all]) => all.map(({ id, name }) => [`${kind}:${id}`, name])),
    );
    return rows.map((row) => lineOf(row, (kind, id) => names.get(`${kind}:${id}`) ?? null));
  }
}
export type AuditService = ReturnType<typeof auditService>;

const lineOf = (row: AuditRow, nameOf: (kind: string, id: string | null) => string | null): AuditLine => ({
  id: row.id,
  at: row.created_at,
  action: row.action,
  actor: { type: row.actor_type, id: row.actor_id, name: nameOf(row.actor_type, row.actor_id), role: row.actor_role },
  entity_type: row.entity_type,
  entity_id: row.entity_id,
  entity_name: nameOf(row.entity_type, row.entity_id),
  store_id: row.store_id,
  before: inEuros(row.before),
  after: inEuros(row.after),
  reason_code: row.reason_code,
});
